import { addDays, type Day } from '../../../platform/values/day';
import { dayWords } from '../../../platform/values/words';
import {
  bankingDaysAfter,
  EXAMINATION_DAYS,
  onOrAfterOpen,
  type BankingDays,
  type CreditBanks,
} from '../../financials/letter-of-credit/ucp/clocks';

/** Transfer, documents against payment, documents against acceptance, letter of credit. */
export const PAYMENT_METHODS = ['tt', 'dp', 'da', 'lc'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** From which day the days of the terms count; `sight` is the day the documents were presented. */
export const TENOR_STARTS = ['invoice', 'shipment', 'arrival', 'sight', 'acceptance'] as const;
export type TenorStart = (typeof TENOR_STARTS)[number];

/** What each way of paying may count from; the first is what it usually does. */
export const STARTS_OF: Readonly<Record<PaymentMethod, readonly TenorStart[]>> = {
  tt: ['invoice', 'shipment', 'arrival'],
  dp: ['sight'],
  da: ['shipment', 'sight', 'acceptance', 'invoice'],
  lc: ['sight', 'shipment', 'acceptance', 'invoice'],
};

/** How a shipment is paid, and what has happened that its terms count from. */
export interface Payable {
  method: PaymentMethod | null;
  tenorDays: number | null;
  tenorFrom: TenorStart | null;
  presentedOn: Day | null;
  acceptedOn: Day | null;
  /** As the bank advised it; counts before what is reckoned. */
  maturesOn: Day | null;
  issuedOn: Day | null;
  shippedOn: Day | null;
  arrivedOn: Day | null;
}

export interface Due {
  /** Null while the day is not known that the terms count from. */
  on: Day | null;
  rule: string;
}

const STARTS: Readonly<Record<TenorStart, { day: (of: Payable) => Day | null; since: string; wanting: string }>> = {
  invoice: { day: ({ issuedOn }) => issuedOn, since: 'the invoice of', wanting: 'the invoice' },
  shipment: { day: ({ shippedOn }) => shippedOn, since: 'the shipment of', wanting: 'the day the goods left' },
  arrival: { day: ({ arrivedOn }) => arrivedOn, since: 'the arrival on', wanting: 'the day the goods arrived' },
  sight: {
    day: ({ presentedOn }) => presentedOn,
    since: 'the presentation of',
    wanting: 'the day the documents were presented',
  },
  acceptance: { day: ({ acceptedOn }) => acceptedOn, since: 'the acceptance of', wanting: 'the day of acceptance' },
};

/**
 * The day the money is due, and why. The day itself that the terms count from is left out (UCP 600 art. 3). What a bank pays is due on
 * a day on which it is open; at sight under an LC the bank that documents are presented to has five banking days (art. 14b).
 */
export function dueOf(of: Payable, banks: CreditBanks): Due {
  const { method, tenorDays, tenorFrom, maturesOn } = of;
  if (method === null || tenorDays === null || tenorFrom === null)
    return { on: null, rule: 'How it is paid is not said yet.' };
  if (maturesOn) return { on: maturesOn, rule: `The bank advised ${dayWords(maturesOn)}.` };
  const { day, since, wanting } = STARTS[tenorFrom];
  const from = day(of);
  const days = `${tenorDays} ${tenorDays === 1 ? 'day' : 'days'}`;
  if (!from) return { on: null, rule: `${days} after ${wanting}, which is not recorded yet.` };
  if (method === 'lc' && tenorFrom === 'sight' && tenorDays === 0)
    return {
      on: bankingDaysAfter(from, EXAMINATION_DAYS, banks.presentation),
      rule: `At sight: ${EXAMINATION_DAYS} banking days after ${since} ${dayWords(from)} (UCP 600 art. 14(b))${byDaysOf(banks.presentation)}.`,
    };
  const stated = addDays(from, tenorDays);
  const on = method === 'tt' ? stated : onOrAfterOpen(stated, banks.payment);
  const moved =
    on === stated
      ? ''
      : `, moved from ${dayWords(stated)} to the next day on which the bank is open${byDaysOf(banks.payment)}`;
  return { on, rule: `${tenorDays === 0 ? 'On' : `${days} after`} ${since} ${dayWords(from)}${moved}.` };
}

const byDaysOf = ({ whose }: BankingDays): string => `, by the days of ${whose}`;
