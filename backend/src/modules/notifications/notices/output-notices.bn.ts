import { said, who, type Happening, type NoticeWords } from './notice';
import { because, dayOf, line, numbered, order, orderOfBuyer, quantity, stage } from './notice.bn';
import type { OUTPUT_NOTICES } from './output-notices';

export const OUTPUT_NOTICES_BN: Readonly<Record<keyof typeof OUTPUT_NOTICES, NoticeWords>> = {
  'shipment.delivered': {
    title: (of) => `${order(of)}-এর একটি শিপমেন্ট পৌঁছেছে।`,
    message: (of) => `${who(of)} লিখেছেন: ${orderOfBuyer(of)}-এর শিপমেন্ট${parcel(of)} পৌঁছেছে।`,
  },
  'shipment.returned': {
    title: (of) => `${order(of)}-এর একটি শিপমেন্ট ফেরত এসেছে।`,
    message: (of) =>
      `${who(of)} লিখেছেন: ${orderOfBuyer(of)}-এর শিপমেন্ট${parcel(of)} ফেরত এসেছে${because(of, 'reason')}`,
  },
  'production_metric.recorded': {
    title: (of) => entered(of, 'date'),
    message: (of) => `${who(of)} ${orderOfBuyer(of)}-এর উৎপাদন লিখেছেন: ${output(of)}।`,
  },
  'production_entry.recorded': {
    title: (of) => entered(of, 'entryDate'),
    message: (of) => {
      const [made, others] = [figure(of), numbered(of, 'others')];
      const told = `${made ? `: ${made}` : ''}${others ? ` ও আরও ${others}টি সংখ্যা` : ''}`;
      return `${who(of)} ${orderOfBuyer(of)}-এর উৎপাদন লিখেছেন${told}।`;
    },
  },
};

function entered(of: Happening, field: string): string {
  const day = dayOf(of, field);
  return `${order(of)}-এর ${day ? `${day} তারিখের ` : ''}উৎপাদন লেখা হয়েছে।`;
}

/** `Black-এর ২০৫ কেজি নিটিং` */
function figure(of: Happening): string | null {
  const [made, done, name] = [quantity(of, 'quantity'), stage(of), line(of)];
  return made && done ? `${name ? `${name}-এর ` : ''}${made} ${done}` : null;
}

/** ` 176-12345675 (DHL)` */
function parcel(of: Happening): string {
  const [number, carrier] = [said(of, 'awbNumber'), said(of, 'carrierName')];
  return `${number ? ` ${number}` : ''}${carrier ? ` (${carrier})` : ''}`;
}

const MADE = { knitted: 'নিটিং', dyed: 'ডাইং', finished: 'ফিনিশিং' } as const;

/** `৪০০ কেজি নিটিং ও ২৫০.৫ কেজি ফিনিশিং` */
function output(of: Happening): string {
  const made = Object.entries(MADE).flatMap(([field, done]) =>
    Number(said(of, `${field}Quantity`) ?? 0) > 0 ? [`${quantity(of, `${field}Quantity`, 'kg')} ${done}`] : [],
  );
  if (!made.length) return 'কিছু তৈরি হয়নি';
  return [made.slice(0, -1).join(', '), made.at(-1)].filter(Boolean).join(' ও ');
}
