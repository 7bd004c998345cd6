import { SAMPLE_TYPES, type SampleType } from '../../samples/vocabulary';
import { said, who, type Happening, type NoticeWords } from './notice';
import { because, line, numbered, order, orderOfBuyer } from './notice.bn';
import type { SAMPLE_NOTICES } from './sample-notices';

export const SAMPLE_NOTICES_BN: Readonly<Record<keyof typeof SAMPLE_NOTICES, NoticeWords>> = {
  'sample.approved': {
    title: (of) => `${order(of)}-এর ${round(of)} অনুমোদিত হয়েছে।`,
    message: (of) =>
      `${who(of)} লিখেছেন: ${orderOfBuyer(of)}-এর ${option(of)}${round(of)} অনুমোদিত হয়েছে${because(of, 'notes')}${condition(of)}`,
  },
  'sample.rejected': {
    title: (of) => `${order(of)}-এর ${round(of)} প্রত্যাখ্যাত হয়েছে।`,
    message: (of) =>
      `${who(of)} লিখেছেন: ${orderOfBuyer(of)}-এর ${round(of)} প্রত্যাখ্যাত হয়েছে${because(of, 'reason')} নতুন রাউন্ড পাঠান।`,
  },
  'sample.decision_taken_back': {
    title: (of) => `${order(of)}-এর ${round(of)} আবার ক্রেতার কাছে আছে।`,
    message: (of) =>
      `${who(of)} ${orderOfBuyer(of)}-এর ${round(of)} নিয়ে ক্রেতার সিদ্ধান্ত ফিরিয়ে নিয়েছেন: সেটি ভুল করে লেখা হয়েছিল।`,
  },
};

const TYPES: Readonly<Record<SampleType, string>> = {
  lab_dip: 'ল্যাব ডিপ',
  strike_off: 'স্ট্রাইক-অফ',
  bulk_swatch: 'বাল্ক সোয়াচ',
  pp_sample: 'PP স্যাম্পল',
  hand_loom: 'হ্যান্ড লুম',
  presentation: 'প্রেজেন্টেশন স্যাম্পল',
};

/** `Black-এর ল্যাব ডিপ রাউন্ড ২` */
function round(of: Happening): string {
  const [name, version] = [line(of), numbered(of, 'version')];
  const type = SAMPLE_TYPES.find((each) => each === said(of, 'type'));
  return `${name ? `${name}-এর ` : ''}${type ? TYPES[type] : 'একটি স্যাম্পল'}${version ? ` রাউন্ড ${version}` : ''}`;
}

/** `অপশন B, `, or nothing. */
const option = (of: Happening): string => (said(of, 'option') ? `অপশন ${said(of, 'option')}, ` : '');

const condition = (of: Happening): string =>
  said(of, 'condition') ? ` এটি একটি শর্তে প্রযোজ্য${because(of, 'condition')}` : '';
