import Decimal from 'decimal.js';
import { amountText, priceText } from '../../../platform/values/money';
import { quantityWords } from '../../../platform/values/words';
import { percentText } from '../amounts';
import { TERMS } from './invoice-terms';
import type { ProformaInvoiceLine } from './proforma-invoice-line.entity';
import type { ProformaInvoice } from './proforma-invoice.entity';

const HEAD = ['amount', 'currency', 'issueDate', 'validUntil', ...TERMS, 'notes'] as const;
const OF_LINE = [
  'quantity',
  'price',
  'amount',
  'style',
  'colour',
  'description',
  'composition',
  'construction',
  'gsm',
  'width',
  'hsCode',
] as const satisfies readonly (keyof ProformaInvoiceLine)[];

/** What a PI says, in a form that two of them are compared in, and that an approval keeps. */
export interface InvoiceContent {
  head: Record<string, string | null>;
  lines: { key: string; label: string; figures: Record<string, string | null> }[];
  /** Of the amount, in percent; null where a mill price is missing. */
  margin: string | null;
}

export interface Difference {
  /** Null: of the PI as a whole. */
  line: string | null;
  /** By which the line is known; null: of the PI as a whole. */
  key: string | null;
  field: string;
  before: string | null;
  after: string | null;
}

/** @param invoice with its lines */
export function contentOf(invoice: ProformaInvoice): InvoiceContent {
  const { currency, lines = [] } = invoice;
  return {
    head: Object.fromEntries(HEAD.map((field) => [field, headText(invoice, field)])),
    lines: lines.map((line) => ({
      key: line.orderLineId ?? line.id,
      label: [line.style, line.colour].filter(Boolean).join(' · '),
      figures: Object.fromEntries(OF_LINE.map((field) => [field, lineText(line, field, currency)])),
    })),
    margin: marginOf(lines, invoice.amount),
  };
}

/** What differs between two PIs: of each as a whole, then line by line, in the order of the later one; lines that went come last. */
export function differencesBetween(before: InvoiceContent, after: InvoiceContent): Difference[] {
  const head = fieldsThatDiffer(null, null, before.head, after.head);
  const was = new Map(before.lines.map((line) => [line.key, line]));
  const lines = after.lines.flatMap(({ key, label, figures }) => {
    const old = was.get(key);
    was.delete(key);
    if (old) return fieldsThatDiffer(label, key, old.figures, figures);
    return [{ line: label, key, field: 'line', before: null, after: summaryOf(figures) }];
  });
  const gone = [...was.values()].map(({ label, key, figures }) => ({
    ...{ line: label, key, field: 'line', before: summaryOf(figures), after: null },
  }));
  return [...head, ...lines, ...gone];
}

/**
 * What is left of a PI after the mill and our commission, in percent of its amount, rounded half up to one decimal.
 * Null where a line has no mill price: half a margin would mislead.
 */
export function marginOf(lines: readonly ProformaInvoiceLine[], amount: string): string | null {
  if (!lines.length || new Decimal(amount).isZero()) return null;
  let cost = new Decimal(0);
  for (const { millPrice, commission, quantity } of lines) {
    if (millPrice === null) return null;
    cost = cost.plus(new Decimal(millPrice).plus(commission ?? 0).times(quantity));
  }
  return new Decimal(amount).minus(cost).div(amount).times(100).toFixed(1, Decimal.ROUND_HALF_UP);
}

function fieldsThatDiffer(
  line: string | null,
  key: string | null,
  before: Record<string, string | null>,
  after: Record<string, string | null>,
): Difference[] {
  return Object.keys(after).flatMap((field) => {
    const [was, is] = [before[field] ?? null, after[field] ?? null];
    return was === is ? [] : [{ line, key, field, before: was, after: is }];
  });
}

const summaryOf = ({ quantity, price }: Record<string, string | null>): string => `${quantity} at ${price}`;

function headText(invoice: ProformaInvoice, field: (typeof HEAD)[number]): string | null {
  if (field === 'amount') return amountText(invoice.amount, invoice.currency);
  if (field === 'tolerancePercent') return percentText(invoice.tolerancePercent);
  const value = invoice[field];
  if (typeof value === 'boolean') return value ? 'allowed' : 'not allowed';
  return value === null || value === undefined ? null : String(value);
}

function lineText(line: ProformaInvoiceLine, field: (typeof OF_LINE)[number], currency: string): string | null {
  if (field === 'quantity') return quantityWords(line.quantity, line.unit);
  if (field === 'price') return priceText(line.price);
  if (field === 'amount') return amountText(line.amount, currency);
  if (field === 'gsm') return line.gsm === null ? null : new Decimal(line.gsm).toFixed();
  return line[field];
}
