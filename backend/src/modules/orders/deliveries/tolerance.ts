import Decimal from 'decimal.js';
import { quantityText, UNIT_MEASURES, type Unit } from '../../../platform/values/quantity';
import { moneyWords, unitWord } from '../../../platform/values/words';

/** ± percent, where neither the line, nor an LC, nor its order says another. */
export const USUAL_TOLERANCE = '5';

/** UCP 600, art. 30(b): of what is weighed or measured, where the LC says nothing else. Of what is counted: nothing. */
const TOLERANCE_OF_UCP = '5';

export const TOLERANCE_SOURCES = ['line', 'letter_of_credit', 'order'] as const;
export type ToleranceSource = (typeof TOLERANCE_SOURCES)[number];

/** What the LC of an order says of more and less; its financials keep it there. */
export interface CreditTerms {
  lcNumber: string;
  amount: string;
  currency: string;
  /** MT700 39A: so much more may be drawn. */
  amountPlusPercent: string | null;
  /** On the quantity, from 45A or 47A; both or neither. */
  plusPercent: string | null;
  minusPercent: string | null;
}

/** How much less and more than ordered is still as ordered, who says so, and why. */
export interface Tolerance {
  minusPercent: string;
  plusPercent: string;
  source: ToleranceSource;
  why: string;
}

interface Tolerated {
  unit: string;
  deliveryTolerancePercent: string | null;
  supply?: { orderTolerancePercent: string; creditTerms?: CreditTerms | null } | null;
}

/**
 * What counts for a line: what somebody typed on it; else its order's LC, by what that says of the quantity, or by UCP 600
 * art. 30(b) where it says nothing; else what its order says. 39A is of the amount, and never of the quantity.
 */
export function toleranceOf({ unit, deliveryTolerancePercent: own, supply }: Tolerated): Tolerance {
  if (own !== null) return { ...either(own), source: 'line', why: 'It was typed on the line.' };
  if (supply?.creditTerms) return ofCredit(supply.creditTerms, unit as Unit);
  const ofOrder = either(supply?.orderTolerancePercent ?? USUAL_TOLERANCE);
  return { ...ofOrder, source: 'order', why: 'It is that of the order, which has no LC that was issued.' };
}

const either = (percent: string) => ({ minusPercent: quantityText(percent), plusPercent: quantityText(percent) });

function ofCredit(terms: CreditTerms, unit: Unit): Tolerance {
  const name = /^lc/i.test(terms.lcNumber) ? terms.lcNumber : `LC ${terms.lcNumber}`;
  const { plusPercent, minusPercent } = terms;
  if (plusPercent !== null && minusPercent !== null)
    return {
      minusPercent: quantityText(minusPercent),
      plusPercent: quantityText(plusPercent),
      source: 'letter_of_credit',
      why: `${name} says so of the quantity (45A or 47A). ${drawn(terms)}`,
    };
  const [measure] = UNIT_MEASURES[unit];
  if (measure === 'weight' || measure === 'length')
    return {
      ...either(TOLERANCE_OF_UCP),
      source: 'letter_of_credit',
      why: `${name} says nothing of the quantity, so it is the ±${TOLERANCE_OF_UCP} % of UCP 600 art. 30(b) for what is weighed or measured. ${drawn(terms)}`,
    };
  return {
    ...either('0'),
    source: 'letter_of_credit',
    why: `${name} says nothing of the quantity, and for ${unitWord(unit)}, which are counted, UCP 600 art. 30(b) leaves none.`,
  };
}

/** `No more than USD 166,389.30 may be drawn (39A: +5 %).` */
function drawn({ amount, currency, amountPlusPercent: plus }: CreditTerms): string {
  const most = new Decimal(amount).times(new Decimal(plus ?? 0).div(100).plus(1));
  const why = plus !== null && !new Decimal(plus).isZero() ? ` (39A: +${quantityText(plus)} %)` : '';
  return `No more than ${moneyWords(most, currency)} may be drawn${why}.`;
}

/** `±5 %`, `−3/+5 %` */
export const toleranceWords = ({ minusPercent, plusPercent }: Pick<Tolerance, 'minusPercent' | 'plusPercent'>) =>
  minusPercent === plusPercent ? `±${plusPercent} %` : `−${minusPercent}/+${plusPercent} %`;
