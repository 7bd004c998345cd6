import Decimal from 'decimal.js';
import { lineAmount } from '../../../../platform/values/money';
import { moneyWords } from '../../../../platform/values/words';
import type { LetterOfCredit } from '../../letter-of-credit/letter-of-credit.entity';
import { marginOf } from '../differences';
import type { ProformaInvoice } from '../proforma-invoice.entity';

/** Something a reviewer would look up by hand. */
export interface Check {
  ok: boolean;
  sentence: string;
}

type Credit = Pick<LetterOfCredit, 'lcNumber' | 'amount' | 'currency' | 'amountPlusPercent'>;

/** What is looked up for a reviewer: the PI against its order, its LC and what a buyer's bank needs. @param credits that have not expired */
export function checksOf(invoice: ProformaInvoice, credits: readonly Credit[]): Check[] {
  return [
    orderCheck(invoice),
    marginCheck(invoice),
    ...credits.map((credit) => creditCheck(invoice, credit)),
    bankCheck(invoice),
  ].flatMap((check) => check ?? []);
}

/** The lines as the order has them today. */
function orderCheck({ lines = [], currency }: ProformaInvoice): Check | null {
  if (!lines.length)
    return { ok: false, sentence: 'It has an amount alone: nothing ties it to the lines of the order.' };
  const differing = lines.filter(({ orderLine, price, quantity, amount }) => {
    if (!orderLine || orderLine.quantity === null || orderLine.provaPrice === null) return true;
    const same = new Decimal(orderLine.provaPrice).eq(price) && new Decimal(orderLine.quantity).eq(quantity);
    return !same || !lineAmount(quantity, price, currency).eq(amount);
  }).length;
  if (!differing) return { ok: true, sentence: 'Quantities and prices are those of the order.' };
  return {
    ok: false,
    sentence: `${differing === 1 ? 'One line differs' : `${differing} lines differ`} from the order as it stands today.`,
  };
}

function marginCheck({ lines = [], amount }: ProformaInvoice): Check | null {
  const margin = marginOf(lines, amount);
  if (margin === null) return null;
  return { ok: !margin.startsWith('-'), sentence: `The margin is ${margin} %.` };
}

/** An LC that came already covers it, with what its tolerance adds. */
function creditCheck({ amount, currency }: ProformaInvoice, credit: Credit): Check {
  const { lcNumber } = credit;
  if (credit.currency !== currency)
    return { ok: false, sentence: `LC ${lcNumber} is in ${credit.currency}, this PI in ${currency}.` };
  const limit = new Decimal(credit.amount).times(new Decimal(credit.amountPlusPercent ?? 0).div(100).plus(1));
  const over = new Decimal(amount).minus(limit);
  if (over.lte(0)) return { ok: true, sentence: `LC ${lcNumber} covers it.` };
  return { ok: false, sentence: `LC ${lcNumber} falls short by ${moneyWords(over, currency)}.` };
}

const bankCheck = ({ bankBic, bankAccount }: ProformaInvoice): Check =>
  bankBic && bankAccount
    ? { ok: true, sentence: 'It names our bank and account.' }
    : { ok: false, sentence: 'It does not name our bank’s BIC and account.' };
