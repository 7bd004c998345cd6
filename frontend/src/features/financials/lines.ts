import type { InvoiceLineDto, OrderDto, WriteInvoiceLineDto } from '@/shared/api/generated';
import { readDecimal } from '@/shared/forms/decimals';

/** A line of the order in the form of a PI: whether the PI asks for it, and what for. */
export interface LineDraft {
  orderLineId: string;
  label: string;
  unit: string;
  currency: string;
  taken: boolean;
  quantity: string;
  price: string;
  hsCode: string;
}

/**
 * The lines of an order as a PI would take them: those that have a quantity and a price, in the currency of the first.
 * @param standing of a PI that is there already: those are taken, as they stand on it
 */
export function draftsOf(order: OrderDto, standing?: readonly InvoiceLineDto[]): LineDraft[] {
  const lines = order.styles.flatMap((style) => style.lines);
  const isWhole = ({ quantity, provaPrice }: (typeof lines)[number]) => quantity !== null && provaPrice !== null;
  const currency = lines.find(isWhole)?.currency;
  return lines.map((line) => {
    const stands = standing?.find(({ orderLineId }) => orderLineId === line.id);
    return {
      ...{ orderLineId: line.id, label: line.label, unit: line.unit, currency: line.currency },
      taken: standing ? stands !== undefined : isWhole(line) && line.currency === currency,
      quantity: stands?.quantity ?? line.quantity ?? '',
      price: stands?.price ?? line.provaPrice ?? '',
      hsCode: stands?.hsCode ?? '',
    };
  });
}

/** What is sent of them; null where nobody changed anything. */
export function linesAsked(drafts: readonly LineDraft[], before: readonly LineDraft[]): WriteInvoiceLineDto[] | null {
  if (JSON.stringify(drafts) === JSON.stringify(before)) return null;
  return drafts
    .filter(({ taken }) => taken)
    .map(({ orderLineId, quantity, price, hsCode }) => ({
      orderLineId,
      quantity: readDecimal(quantity) ?? quantity,
      price: readDecimal(price) ?? price,
      hsCode: hsCode.trim() || null,
    }));
}
