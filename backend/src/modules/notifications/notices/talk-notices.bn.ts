import { excerpt, isMentioned, said, typed, who, type Happening, type NoticeWords } from './notice';
import { because, dayOf, order, orderOfBuyer } from './notice.bn';
import type { TALK_NOTICES } from './talk-notices';

export const TALK_NOTICES_BN: Readonly<Record<keyof typeof TALK_NOTICES, NoticeWords>> = {
  // As in English, these tell the number of the order and no more of it.
  'task.created': {
    title: (of) => `${who(of)} আপনাকে ${order(of)}-এর একটি কাজ দিয়েছেন।`,
    message: (of) => asked(of),
  },
  'task.assigned': {
    title: (of) => `${who(of)} ${order(of)}-এর একটি কাজ আপনাকে বুঝিয়ে দিয়েছেন।`,
    message: (of) => asked(of),
  },
  'task.completed': {
    title: (of) => `${order(of)}-এর একটি কাজ শেষ হয়েছে।`,
    message: (of) =>
      said(of, 'closedByGate')
        ? `${who(of)} ${order(of)}-এ একটি অনুমোদন লিখেছেন, তাতে একটি কাজ শেষ হয়েছে${because(of, 'title')}`
        : `${who(of)} ${order(of)}-এর একটি কাজ শেষ করেছেন${because(of, 'title')}`,
  },
  'task.reopened': {
    title: (of) => `${order(of)}-এর একটি কাজ আবার খোলা হয়েছে।`,
    message: (of) =>
      `${who(of)} ${order(of)}-এর যে অনুমোদনে একটি কাজ শেষ হয়েছিল তা ফিরিয়ে নিয়েছেন। কাজটি আবার করতে হবে${until(of)}${because(of, 'title')}`,
  },
  'comment.written': {
    title: (of) => `${who(of)} ${order(of)}-এ ${isMentioned(of) ? 'আপনাকে উল্লেখ' : 'মন্তব্য'} করেছেন।`,
    message: (of) => wrote(of),
  },
  'comment.edited': {
    title: (of) => `${who(of)} ${order(of)}-এ আপনাকে উল্লেখ করেছেন।`,
    message: (of) => wrote(of),
  },
};

/** `…: “Chase the mill” (২৪ নভেম্বর, ২০২৬ তারিখের মধ্যে)।` */
const asked = (of: Happening): string =>
  `${who(of)} ${order(of)}-এর জন্য আপনাকে এই কাজটি করতে বলেছেন: “${typed(of, 'title') ?? 'একটি কাজ'}”${until(of)}।`;

const wrote = (of: Happening): string => `${who(of)} ${orderOfBuyer(of)}-এ লিখেছেন${because(excerpt(of), 'body')}`;

function until(of: Happening): string {
  const day = dayOf(of, 'dueDate');
  return day ? ` (${day} তারিখের মধ্যে)` : '';
}
