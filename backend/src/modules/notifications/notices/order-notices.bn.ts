import { isPredecessor, said, who, type Happening, type NoticeWords } from './notice';
import { because, dayOf, line, numbered, order, orderOfBuyer, quantity } from './notice.bn';
import type { ORDER_NOTICES } from './order-notices';

const hasChanged = (of: Happening): string => `${order(of)}-এ যা ঠিক হয়েছিল তা বদলেছে।`;

export const ORDER_NOTICES_BN: Readonly<Record<keyof typeof ORDER_NOTICES, NoticeWords>> = {
  'order.assigned': {
    title: (of) => `${order(of)} ${isPredecessor(of) ? 'আর আপনার নয়' : 'এখন আপনার'}।`,
    message: (of) => {
      if (!isPredecessor(of)) return `${who(of)} ${orderOfBuyer(of)} আপনাকে বুঝিয়ে দিয়েছেন।`;
      const assignee = said(of, 'assigneeName');
      return `${who(of)} ${orderOfBuyer(of)} ${assignee ? `${assignee}-কে` : 'অন্য একজনকে'} বুঝিয়ে দিয়েছেন। এটি আর আপনার তালিকায় নেই।`;
    },
  },
  'order.revised': {
    title: hasChanged,
    message: (of) =>
      `${who(of)}${withConsent(of)} ${orderOfBuyer(of)}-এ ${revision(of)} করেছেন${because(of, 'reason')}`,
  },
  'line.revised': {
    title: hasChanged,
    message: (of) =>
      `${who(of)}${withConsent(of)} ${orderOfBuyer(of)}-এর ${line(of) ?? 'একটি'} লাইনে ${revision(of)} করেছেন${because(of, 'reason')}`,
  },
  'line.deleted': {
    title: hasChanged,
    message: (of) =>
      `${who(of)}${withConsent(of)} ${revision(of)} অনুযায়ী ${orderOfBuyer(of)} থেকে ${line(of) ?? 'একটি'} লাইন বাদ দিয়েছেন${because(of, 'reason')}`,
  },
  'line.split': {
    title: hasChanged,
    message: (of) =>
      `${who(of)}${withConsent(of)} ${revision(of)} অনুযায়ী ${orderOfBuyer(of)}-এর ${line(of) ?? 'একটি'} লাইন ভাগ করেছেন${because(of, 'reason')}`,
  },
  'order.delivered': {
    title: (of) => `${order(of)} ডেলিভারি হয়েছে।`,
    message: (of) => {
      const day = dayOf(of, 'actualDeliveryDate');
      return `${who(of)} লিখেছেন: ${orderOfBuyer(of)}${day ? ` ${day} তারিখে` : ''} ডেলিভারি হয়েছে।`;
    },
  },
  'gate.overridden': {
    title: (of) => `শর্ত পূরণ না হলেও ${order(of)} এগিয়ে গেছে।`,
    message: (of) => `${who(of)} ${orderOfBuyer(of)}-এ ${wentOn(of)}${because(of, 'reason')}`,
  },
  'gate.reminded': {
    title: (of) => `${order(of)}: ${who(of)} আপনাকে ${said(of, 'gate') ?? 'একটি অনুমোদন'} মনে করিয়ে দিয়েছেন।`,
    message: (of) => {
      const days = numbered(of, 'daysHeld');
      return `${orderOfBuyer(of)}, ${line(of) ?? 'একটি লাইন'}: ${said(of, 'gate') ?? 'একটি অনুমোদন'}${days ? ` ${days} দিন ধরে` : ''} আপনার কাছে আছে${because(of, 'notes')}`;
    },
  },
  'document.version_added': {
    title: (of) => `${order(of)}-এর একটি কাগজের নতুন সংস্করণ এসেছে।`,
    message: (of) =>
      `${who(of)} ${orderOfBuyer(of)}-এ আগের সংস্করণের বদলে ${said(of, 'fileName') ?? 'একটি ফাইল'} যোগ করেছেন।`,
  },
  'file.held': {
    title: (of) => `${order(of)}-এর একটি ফাইলে ভাইরাস পাওয়া গেছে।`,
    message: (of) =>
      `${orderOfBuyer(of)}-এর ${said(of, 'fileName') ?? 'একটি ফাইল'} আটকে রাখা হয়েছে: এতে ${said(of, 'threat') ?? 'একটি ভাইরাস'} পাওয়া গেছে। কেউ এটি খুলতে পারবে না। এটি মুছে ফেলুন, প্রেরকের কাছে ভাইরাসমুক্ত একটি চান, আর যে কম্পিউটার থেকে এসেছে সেটি পরীক্ষা করান।`,
  },
  'supplier_delivery.recorded': {
    title: (of) => `${order(of)}-এর একটি ডেলিভারি এসেছে।`,
    message: (of) => {
      const challan = said(of, 'challanNumber');
      return `${who(of)} লিখেছেন: ${orderOfBuyer(of)}-এ ${delivered(of)} এসেছে${challan ? ` (চালান ${challan})` : ''}।`;
    },
  },
};

/** `, Anna Berg-এর সম্মতিতে,`, or nothing. */
function withConsent(of: Happening): string {
  const by = said(of, 'agreedBy');
  return by ? `, ${by}-এর সম্মতিতে,` : '';
}

function revision(of: Happening): string {
  const number = numbered(of, 'number');
  return number ? `সংশোধন ${number}` : 'একটি সংশোধন';
}

/** What somebody went on with although a gate said no. */
function wentOn(of: Happening): string {
  const [name, lines] = [line(of), numbered(of, 'lines')];
  const which = name ? `${name}-এর ` : lines && of.facts['lines'] !== 1 ? `${lines}টি লাইনের ` : '';
  switch (of.facts['step']) {
    case 'dyeing':
      return `ল্যাব ডিপ অনুমোদনের আগে ${which}ডাইং লিখেছেন`;
    case 'cutting':
      return `PP স্যাম্পল অনুমোদনের আগে ${which}কাটিং লিখেছেন`;
    default:
      return `একটি শর্ত খোলা থাকতেই ${which}কাজ এগিয়ে নিয়েছেন`;
  }
}

/** `White ও আরও ১টি লাইনের জন্য ২,০০০ গজ সুতা`; `একটি ডেলিভারি` where the event says little. */
function delivered(of: Happening): string {
  const others = numbered(of, 'others');
  const [first, more] = [line(of), others && `আরও ${others}টি লাইনের`];
  const lines = [more ? first : first && `${first}-এর`, more].filter(Boolean).join(' ও ');
  const yarn = said(of, 'kind') === 'yarn' ? ' সুতা' : '';
  return `${lines ? `${lines} জন্য ` : ''}${quantity(of, 'deliveredQuantity') ?? 'একটি ডেলিভারি'}${yarn}`;
}
