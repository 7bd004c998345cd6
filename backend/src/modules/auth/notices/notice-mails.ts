import type { Language } from '../../../platform/mail/letter';
import type { accountMail } from '../links/account-mail';

type Mail = Parameters<typeof accountMail>[0];

/** What happened to an account that its person is told of by mail, by the event's name. */
export const NOTICE_EVENTS = [
  'user.password_changed',
  'user.password_reset',
  'user.second_factor_enrolled',
  'user.second_factor_removed',
  'user.identity_linked',
] as const;
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

export interface Noticed {
  house: string;
  name: string;
  /** In the zone of the house, in words. */
  when: string;
  /** Who did it, where it was not they themselves. */
  by: string | null;
  /** `Chrome, Windows` and the network address, as far as known. */
  device: string | null;
  address: string | null;
  /** Of the identity provider, where it is about one. */
  provider: string | null;
  /** Where a new password is asked for. */
  url: string;
}

const EN: Readonly<Record<NoticeEvent, (provider: string) => string>> = {
  'user.password_changed': () => 'the password was changed',
  'user.password_reset': () => 'a new password was set by a link in a mail',
  'user.second_factor_enrolled': () => 'sign-in with codes of an authenticator app was turned on',
  'user.second_factor_removed': () => 'sign-in with codes of an authenticator app was turned off',
  'user.identity_linked': (provider) => `an account at ${provider} was linked, which opens it from now on`,
};

const BN: Readonly<Record<NoticeEvent, (provider: string) => string>> = {
  'user.password_changed': () => 'পাসওয়ার্ড বদলানো হয়েছে',
  'user.password_reset': () => 'মেইলের লিংক দিয়ে নতুন পাসওয়ার্ড দেওয়া হয়েছে',
  'user.second_factor_enrolled': () => 'অথেনটিকেটর অ্যাপের কোড দিয়ে সাইন ইন চালু করা হয়েছে',
  'user.second_factor_removed': () => 'অথেনটিকেটর অ্যাপের কোড দিয়ে সাইন ইন বন্ধ করা হয়েছে',
  'user.identity_linked': (provider) => `${provider}-এর একটি অ্যাকাউন্ট যুক্ত করা হয়েছে, যা দিয়ে এখন থেকে সাইন ইন করা যাবে`,
};

/** Tells somebody what was done to their account, and what to do if it was not they. It opens nothing and holds no secret. */
export const NOTICE_MAILS: Readonly<Record<Language, (event: NoticeEvent, noticed: Noticed) => Mail>> = {
  en: (event, { house, name, when, by, device, address, provider, url }) => ({
    language: 'en',
    subject: `Your account at ${house}: ${EN[event](provider ?? '')}`,
    greeting: `Hello ${name},`,
    before: [
      `Of your account at ${house} ${EN[event](provider ?? '')}.`,
      [
        `When: ${when}`,
        by ? `By: ${by}, of the house` : `Device: ${device ?? 'unknown'}`,
        ...(by ? [] : [`Address: ${address ?? 'unknown'}`]),
      ].join(' · '),
      'If it was you, or you asked for it, there is nothing to do. If not: set a new password now, sign out everywhere else in your profile, and tell an admin.',
    ],
    link: { label: 'Set a new password', url },
    after: ['Nobody of the house will ever ask you for your password or a code.'],
  }),
  bn: (event, { house, name, when, by, device, address, provider, url }) => ({
    language: 'bn',
    subject: `${house}-এ আপনার অ্যাকাউন্ট: ${BN[event](provider ?? '')}`,
    greeting: `প্রিয় ${name},`,
    before: [
      `${house}-এ আপনার অ্যাকাউন্টে ${BN[event](provider ?? '')}।`,
      [
        `কখন: ${when}`,
        by ? `কে: ${by}` : `ডিভাইস: ${device ?? 'অজানা'}`,
        ...(by ? [] : [`ঠিকানা: ${address ?? 'অজানা'}`]),
      ].join(' · '),
      'আপনি নিজে করে থাকলে বা চেয়ে থাকলে কিছুই করতে হবে না। না হলে: এখনই নতুন পাসওয়ার্ড দিন, প্রোফাইল থেকে অন্য সব জায়গায় সাইন আউট করুন এবং একজন অ্যাডমিনকে জানান।',
    ],
    link: { label: 'নতুন পাসওয়ার্ড দিন', url },
    after: ['আমাদের কেউ কখনো আপনার কাছে পাসওয়ার্ড বা কোড চাইবে না।'],
  }),
};
