import { letter, type Language } from '../../platform/mail/letter';
import type { Mail } from '../../platform/mail/mailer';
import type { Written } from './notices/written';
import type { Notification } from './notification.entity';

/** Who wants a notice by mail. */
export interface MailedPerson {
  id: string;
  fullName: string;
  email: string;
  language: Language;
}

/** What stands under the notice itself. */
const WORDS: Readonly<Record<Language, { open: string; why: (house: string) => string }>> = {
  en: {
    open: 'Open it in Provabook',
    why: (house) => `${house} sends you notices of this kind at once. Choose another way under Profile`,
  },
  bn: {
    open: 'Provabook-এ দেখুন',
    why: (house) => `${house} আপনাকে এ ধরনের খবর সঙ্গে সঙ্গে পাঠায়। অন্যভাবে পেতে আপনার প্রোফাইলে যান`,
  },
};

/** A notice as a mail of its own. @param site where Provabook is opened */
export function noticeMail(
  { id, orderId, title, message, language: told }: Pick<Notification, 'id' | 'orderId'> & Written,
  { fullName: name, email: address, language }: MailedPerson,
  houseName: string,
  site: string,
): Mail {
  const words = WORDS[language];
  const { subject, text, html } = letter({
    language,
    subject: title,
    parts: [
      { kind: 'words', words: message, ...(told !== language && { language: told }) },
      { kind: 'button', label: words.open, url: orderId ? `${site}/orders/${orderId}` : `${site}/inbox` },
      { kind: 'words', words: `${words.why(houseName)}: ${site}/profile`, quiet: true },
    ],
  });
  return { to: { name, address }, id: `notice-${id}`, kind: 'notice', subject, text, html };
}
