import { dayInBangla, moneyInBangla, numberInBangla, quantityInBangla } from '../../../platform/values/words.bn';
import { PRODUCTION_STAGES, type ProductionStage } from '../../production/entries/entry.vocabulary';
import { counted, said, typed, type Happening } from './notice';

/** `অর্ডার PO-1182` */
export const order = ({ orderNumber }: Happening): string => `অর্ডার ${orderNumber}`;

/** `অর্ডার PO-1182 (ANABIA)` */
export const orderOfBuyer = (of: Happening): string => `${order(of)} (${of.customerName})`;

/** `White`, `White (অংশ ২)` */
export const line = ({ lineName, linePart }: Happening): string | null =>
  lineName && linePart > 1 ? `${lineName} (অংশ ${numberInBangla(linePart)})` : lineName;

/** `: “Too red under D65”।`, or the full stop alone. */
export function because(of: Happening, name: string): string {
  const reason = typed(of, name);
  return reason ? `: “${reason}”।` : '।';
}

/** That number, where it is one and not 0. */
export function numbered(of: Happening, name: string): string | null {
  const count = counted(of, name);
  return count !== null && count > 0 ? numberInBangla(count) : null;
}

export function dayOf(of: Happening, name: string): string | null {
  const day = said(of, name);
  return day ? dayInBangla(day) : null;
}

/** `২০৫ কেজি` */
export function quantity(of: Happening, name: string, usualUnit?: string): string | null {
  const [value, unit] = [said(of, name), said(of, 'unit') ?? usualUnit];
  return value && unit ? quantityInBangla(value, unit) : null;
}

/** ` (USD ১,৫৮,৪৬৬.০০)` */
export function amount(of: Happening): string {
  const [value, currency] = [said(of, 'amount'), said(of, 'currency')];
  return value && currency ? ` (${moneyInBangla(value, currency)})` : '';
}

const STAGES: Readonly<Record<ProductionStage, string>> = {
  knitting: 'নিটিং',
  dyeing: 'ডাইং',
  finishing: 'ফিনিশিং',
  cutting: 'কাটিং',
  sewing: 'সেলাই',
  packing: 'প্যাকিং',
};

export function stage(of: Happening): string | null {
  const done = PRODUCTION_STAGES.find((each) => each === said(of, 'stage'));
  return done ? STAGES[done] : null;
}
