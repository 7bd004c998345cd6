import type { MONEY_NOTICES } from './money-notices';
import { said, who, type Happening, type NoticeWords } from './notice';
import { amount, because, order, orderOfBuyer } from './notice.bn';

export const MONEY_NOTICES_BN: Readonly<Record<keyof typeof MONEY_NOTICES, NoticeWords>> = {
  'proforma_invoice.review_asked': {
    title: (of) => `${order(of)}-এর ${invoice(of)} আপনার যাচাইয়ের অপেক্ষায় আছে।`,
    message: (of) => `${who(of)} ${orderOfBuyer(of)}-এর ${invoice(of)}${amount(of)} পাঠানোর আগে আপনাকে দেখতে বলেছেন।`,
  },
  'proforma_invoice.approved': {
    title: (of) => `${order(of)}-এর ${invoice(of)} অনুমোদিত হয়েছে।`,
    message: (of) => `${who(of)} ${orderOfBuyer(of)}-এর ${invoice(of)}${amount(of)} অনুমোদন করেছেন। এখন এটি পাঠাতে পারেন।`,
  },
  'proforma_invoice.returned': {
    title: (of) => `${order(of)}-এর ${invoice(of)} আপনার কাছে ফিরে এসেছে।`,
    message: (of) =>
      `${who(of)} ${orderOfBuyer(of)}-এর ${invoice(of)}${amount(of)} ফেরত দিয়েছেন${because(of, 'reason')}`,
  },
  'proforma_invoice.sent': {
    title: (of) => `${order(of)}-এর ${invoice(of)} আপনার নিশ্চিত করার অপেক্ষায় আছে।`,
    message: (of) =>
      `${who(of)} ${orderOfBuyer(of)}-এর ${invoice(of)}${amount(of)} পাঠিয়েছেন। এটি নিশ্চিত করুন, অথবা কারণ লিখে বাতিল করুন।`,
  },
  'proforma_invoice.confirmed': {
    title: (of) => `${order(of)}-এর ${invoice(of)} নিশ্চিত হয়েছে।`,
    message: (of) => `${who(of)} ${orderOfBuyer(of)}-এর ${invoice(of)}${amount(of)} নিশ্চিত করেছেন।`,
  },
  'proforma_invoice.cancelled': {
    title: (of) => `${order(of)}-এর ${invoice(of)} বাতিল হয়েছে।`,
    message: (of) =>
      `${who(of)} ${orderOfBuyer(of)}-এর ${invoice(of)}${amount(of)} বাতিল করেছেন${because(of, 'reason')}`,
  },
  'letter_of_credit.issued': {
    title: (of) => `${order(of)}-এর ${credit(of)} ইস্যু হয়েছে।`,
    message: (of) => `${who(of)} লিখেছেন: ${orderOfBuyer(of)}-এর জন্য ${credit(of)}${amount(of)} ইস্যু হয়েছে।`,
  },
  'letter_of_credit.confirmed': {
    title: (of) => `${order(of)}-এর ${credit(of)} নিশ্চিত হয়েছে।`,
    message: (of) => `${who(of)} ${orderOfBuyer(of)}-এর ${credit(of)}${amount(of)} নিশ্চিত করেছেন।`,
  },
};

const invoice = (of: Happening): string => said(of, 'piNumber') ?? 'একটি PI';

const credit = (of: Happening): string => said(of, 'lcNumber')?.replace(/^(?!lc)/i, 'LC ') ?? 'একটি LC';
