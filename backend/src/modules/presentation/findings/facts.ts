import Decimal from 'decimal.js';
import type { Day } from '../../../platform/values/day';
import { lineAmount, sumMoney, type Money } from '../../../platform/values/money';
import type { Unit } from '../../../platform/values/quantity';

/** Goods as a PI or an order has them. */
export interface GoodsFacts {
  label: string;
  style: string;
  composition: string | null;
  gsm: string | null;
  hsCode: string | null;
  quantity: string | null;
  unit: Unit;
  price: string | null;
  currency: string;
}

/** A PI that the LC was opened against. */
export interface InvoiceFacts {
  orderNumber: string;
  piNumber: string;
  issueDate: Day;
  amount: string;
  currency: string;
  seller: string | null;
  buyer: string | null;
  incoterm: string | null;
  incotermPlace: string | null;
  incotermYear: number | null;
  portOfLoading: string | null;
  portOfDischarge: string | null;
  etd: Day | null;
  partialShipments: boolean | null;
  transhipment: boolean | null;
  tolerancePercent: string | null;
  paymentTerms: string | null;
  documentsOffered: string | null;
  lines: GoodsFacts[];
}

/** A line of an order on the LC that is still to leave, or left; with what its plan forecasts. */
export interface LineFacts extends GoodsFacts {
  orderNumber: string;
  etd: Day | null;
  /** When it will leave by its plan; null without a plan, or once it left. */
  forecastOn: Day | null;
  /** The same if each step takes what eight of ten times it took. */
  likelyOn: Day | null;
}

/** What an LC is held against when it arrives. */
export interface ArrivalFacts {
  invoices: InvoiceFacts[];
  lines: LineFacts[];
  /** Orders on the LC that the reader does not see: totals cannot be compared. */
  unseenOrders: string[];
}

/** The goods that the LC is to pay for: those of its PIs, and of orders without one; where a PI names no goods, all of the orders. */
export function goodsOf(facts: ArrivalFacts): { goods: GoodsFacts[]; from: string } {
  const { invoices, lines } = facts;
  if (invoices.some((invoice) => !invoice.lines.length)) return { goods: lines, from: ordersOf(lines) };
  const rest = withoutInvoice(facts);
  return { goods: [...invoices.flatMap((invoice) => invoice.lines), ...rest], from: sourcesOf(invoices, rest) };
}

/** What is to be paid under the LC, by currency: by its PIs, and by the lines of orders without one. None while a price is missing. */
export function askedOf(facts: ArrivalFacts): { asked: Money[]; from: string } {
  const rest = withoutInvoice(facts);
  const priced = rest.flatMap(({ quantity, price, currency }) =>
    quantity && price ? [{ amount: lineAmount(quantity, price, currency), currency }] : [],
  );
  const asked = priced.length === rest.length ? sumMoney([...facts.invoices, ...priced]) : [];
  return { asked, from: sourcesOf(facts.invoices, rest) };
}

const withoutInvoice = ({ invoices, lines }: ArrivalFacts): LineFacts[] =>
  lines.filter((line) => !invoices.some(({ orderNumber }) => orderNumber === line.orderNumber));

const ordersOf = (lines: readonly LineFacts[]): string =>
  [...new Set(lines.map(({ orderNumber }) => orderNumber))].join(', ');

const sourcesOf = (invoices: readonly InvoiceFacts[], rest: readonly LineFacts[]): string =>
  [namesOf(invoices), ordersOf(rest)].filter(Boolean).join(', ');

/** The widest tolerance of its PIs, in percent. */
export const toleranceOf = ({ invoices }: ArrivalFacts): Decimal =>
  invoices.reduce((most, { tolerancePercent }) => Decimal.max(most, tolerancePercent ?? 0), new Decimal(0));

export const namesOf = (invoices: readonly InvoiceFacts[]): string =>
  invoices.map(({ piNumber }) => piNumber).join(', ');
