import type { Language } from '../../../platform/mail/letter';
import { numberInBangla } from '../../../platform/values/words.bn';
import type { accountMail } from '../links/account-mail';

type Mail = Parameters<typeof accountMail>[0];

/** Minutes that a link to a new password works. */
export const MINUTES = 30;

/** What is said to who asked for a new password. */
export const RESET_MAILS: Readonly<Record<Language, (house: string, name: string, url: string) => Mail>> = {
  en: (house, name, url) => ({
    language: 'en',
    subject: `A new password for ${house}`,
    greeting: `Hello ${name},`,
    before: [`Somebody, you we hope, asked for a new password for your account at ${house}.`],
    link: { label: 'Choose a new password', url },
    after: [
      `The link works once, for ${MINUTES} minutes. Your sessions end everywhere when you use it.`,
      'If it was not you, do nothing: your password stays as it is. Nobody of the house will ever ask you for this link.',
    ],
  }),
  bn: (house, name, url) => ({
    language: 'bn',
    subject: `${house}: নতুন পাসওয়ার্ড`,
    greeting: `প্রিয় ${name},`,
    before: [`${house}-এ আপনার অ্যাকাউন্টের জন্য একটি নতুন পাসওয়ার্ড চাওয়া হয়েছে; আশা করি আপনিই চেয়েছেন।`],
    link: { label: 'নতুন পাসওয়ার্ড বেছে নিন', url },
    after: [
      `লিংকটি একবারই কাজ করে, ${numberInBangla(MINUTES)} মিনিট পর্যন্ত। এটি ব্যবহার করলে আপনি অন্য সব জায়গা থেকে সাইন আউট হয়ে যাবেন।`,
      'আপনি না চেয়ে থাকলে কিছুই করবেন না: আপনার পাসওয়ার্ড আগের মতোই থাকবে। আমাদের কেউ কখনো আপনার কাছে এই লিংক চাইবে না।',
    ],
  }),
};
