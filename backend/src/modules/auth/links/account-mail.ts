import { letter, type Language } from '../../../platform/mail/letter';

interface AccountMail {
  language: Language;
  subject: string;
  /** `Hello Rina Akter,` */
  greeting: string;
  /** Paragraphs before the link, and after it. */
  before: readonly string[];
  link: { label: string; url: string };
  after: readonly string[];
}

/** A mail about somebody's account, with one link to follow: as text and as HTML. */
export function accountMail({ language, subject, greeting, before, link, after }: AccountMail) {
  return letter({
    language,
    subject,
    parts: [
      ...[greeting, ...before].map((words) => ({ kind: 'words' as const, words })),
      { kind: 'button', ...link },
      ...after.map((words) => ({ kind: 'words' as const, words, quiet: true })),
    ],
  });
}
