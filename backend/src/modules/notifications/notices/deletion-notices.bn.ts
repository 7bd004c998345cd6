import type { DELETION_NOTICES } from './deletion-notices';
import { who, type NoticeWords } from './notice';
import { because, order, orderOfBuyer } from './notice.bn';

export const DELETION_NOTICES_BN: Readonly<Record<keyof typeof DELETION_NOTICES, NoticeWords>> = {
  'deletion_request.made': {
    title: (of) => `${who(of)} আপনাকে ${order(of)} মুছে ফেলতে অনুরোধ করেছেন।`,
    message: (of) =>
      `${who(of)} ${orderOfBuyer(of)} মুছে ফেলার অনুরোধ করেছেন${because(of, 'reason')} অনুমোদন দিলে এটি ট্র্যাশে যাবে; না চাইলে ফিরিয়ে দিন।`,
  },
  'deletion_request.approved': {
    title: (of) => `আপনার অনুরোধে ${order(of)} মুছে ফেলা হয়েছে।`,
    message: (of) =>
      `${who(of)} ${orderOfBuyer(of)} মুছে ফেলার জন্য আপনার অনুরোধ অনুমোদন করেছেন${because(of, 'reason')} এটি ৩০ দিন ট্র্যাশে থাকবে।`,
  },
  'deletion_request.declined': {
    title: (of) => `${order(of)} থাকছে: এটি মুছে ফেলার জন্য আপনার অনুরোধ ফিরিয়ে দেওয়া হয়েছে।`,
    message: (of) => `${who(of)} ${orderOfBuyer(of)} মুছে ফেলার জন্য আপনার অনুরোধ ফিরিয়ে দিয়েছেন${because(of, 'reason')}`,
  },
  'deletion_request.withdrawn': {
    title: (of) => `${order(of)} আর মুছে ফেলতে হবে না।`,
    message: (of) => `${who(of)} ${orderOfBuyer(of)} মুছে ফেলার অনুরোধ তুলে নিয়েছেন।`,
  },
};
