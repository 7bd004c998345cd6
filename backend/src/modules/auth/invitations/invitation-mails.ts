import type { Language } from '../../../platform/mail/letter';
import { numberInBangla } from '../../../platform/values/words.bn';
import type { Role } from '../access/actor';
import type { accountMail } from '../links/account-mail';

type Mail = Parameters<typeof accountMail>[0];

interface Invited {
  house: string;
  inviter: string;
  /** Null: they were not named. */
  name: string | null;
  role: Role;
  url: string;
  /** How long the link works. */
  days: number;
}

const bengaliRoles: Readonly<Record<Role, string>> = {
  admin: 'অ্যাডমিন',
  manager: 'ম্যানেজার',
  merchandiser: 'মার্চেন্ডাইজার',
};

/** What is said to who is invited. */
export const INVITATION_MAILS: Readonly<Record<Language, (invited: Invited) => Mail>> = {
  en: ({ house, inviter, name, role, url, days }) => ({
    language: 'en',
    subject: `${inviter} invites you to ${house}`,
    greeting: name ? `Hello ${name},` : 'Hello,',
    before: [`${inviter} invites you to work in ${house} on Provabook, as ${role}.`],
    link: { label: 'Choose your password', url },
    after: [`The link is yours alone. It works once, until ${days} days from now.`],
  }),
  bn: ({ house, inviter, name, role, url, days }) => ({
    language: 'bn',
    subject: `${inviter} আপনাকে ${house}-এ আমন্ত্রণ জানিয়েছেন`,
    greeting: name ? `প্রিয় ${name},` : 'শুভেচ্ছা,',
    before: [`${inviter} আপনাকে ${house}-এর প্রোভাবুকে ${bengaliRoles[role]} হিসেবে কাজ করতে আমন্ত্রণ জানিয়েছেন।`],
    link: { label: 'আপনার পাসওয়ার্ড বেছে নিন', url },
    after: [`লিংকটি শুধু আপনার। এটি একবারই কাজ করে, আজ থেকে ${numberInBangla(days)} দিন পর্যন্ত।`],
  }),
};
