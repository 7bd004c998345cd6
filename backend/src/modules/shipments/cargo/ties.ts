import Decimal from 'decimal.js';
import { priceText } from '../../../platform/values/money';
import { quantityWords } from '../../../platform/values/words';
import { countOf, packagesWords, type PackedRow, type PackingTotals } from '../packing/packing';
import type { Incoterm, ShipmentMode } from '../shipment.vocabulary';

/** Where two of a shipment's papers do not say the same of a line, or of all. */
export interface Difference {
  orderLineId: string | null;
  sentence: string;
}

export interface TiedLine {
  orderLineId: string;
  label: string;
  quantity: string;
  unit: string;
}

/** Lines of which the packing list has more or less than goes with the shipment. None while nothing is packed. */
export function packingDifferences(
  lines: readonly TiedLine[],
  totals: Pick<PackingTotals, 'count' | 'byLine'>,
): Difference[] {
  if (!totals.count) return [];
  return lines.flatMap(({ orderLineId, label, quantity, unit }) => {
    const packed = totals.byLine.get(orderLineId) ?? new Decimal(0);
    const over = packed.minus(quantity);
    if (over.isZero()) return [];
    const words = quantityWords(over.abs(), unit);
    const sentence = `${label}: ${quantityWords(quantity, unit)} go, ${quantityWords(packed, unit)} are packed: ${words} ${over.isNegative() ? 'less' : 'more'}.`;
    return [{ orderLineId, sentence }];
  });
}

/** Packages of which nobody said in which container they go, once others are told of; and boxes that nothing was put in. */
export function stowageDifferences(
  rows: readonly Pick<PackedRow, 'kind' | 'firstNumber' | 'lastNumber' | 'containerNumber'>[],
  containers: readonly { containerNumber: string }[],
): Difference[] {
  if (rows.every(({ containerNumber }) => containerNumber === null)) return [];
  const loose = rows.filter(({ containerNumber }) => containerNumber === null);
  const count = loose.reduce((sum, row) => sum + countOf(row), 0);
  const empty = containers.filter((box) => !rows.some((row) => row.containerNumber === box.containerNumber));
  const sentences = [
    ...(count ? [`${packagesWords(loose)} ${count === 1 ? 'is' : 'are'} in no container.`] : []),
    ...empty.map(({ containerNumber }) => `Nothing of the packing list is in ${containerNumber}.`),
  ];
  return sentences.map((sentence) => ({ orderLineId: null, sentence }));
}

export interface InvoicedLine {
  orderLineId: string | null;
  quantity: string;
  unit: string;
  unitPrice: string;
}

/** Lines that the invoice tells otherwise than they go: another quantity, another price, or not at all. */
export function invoiceDifferences(
  lines: readonly (TiedLine & { price: string | null })[],
  invoiceNumber: string,
  invoiced: readonly InvoicedLine[],
): Difference[] {
  const differences = lines.flatMap(({ orderLineId, label, quantity, unit, price }): Difference[] => {
    const told = invoiced.find((line) => line.orderLineId === orderLineId);
    const goes = quantityWords(quantity, unit);
    if (!told) return [{ orderLineId, sentence: `${label}: ${goes} go that ${invoiceNumber} does not have.` }];
    const asked = quantityWords(told.quantity, told.unit);
    if (asked !== goes) return [{ orderLineId, sentence: `${label}: ${goes} go, ${invoiceNumber} asks for ${asked}.` }];
    if (price === null || new Decimal(price).eq(told.unitPrice)) return [];
    const sentence = `${label}: the price is ${priceText(price)} now, ${invoiceNumber} has ${priceText(told.unitPrice)}.`;
    return [{ orderLineId, sentence }];
  });
  const gone = invoiced.filter((told) => !lines.some(({ orderLineId }) => orderLineId === told.orderLineId)).length;
  if (!gone) return differences;
  const what = gone === 1 ? 'a line that does' : `${gone} lines that do`;
  return [...differences, { orderLineId: null, sentence: `${invoiceNumber} has ${what} not go.` }];
}

export interface Terms {
  mode: ShipmentMode | null;
  incoterm: Incoterm | null;
  incotermPlace: string | null;
}

const FOR_SHIPS: Partial<Record<Incoterm, Incoterm>> = { FAS: 'FCA', FOB: 'FCA', CFR: 'CPT', CIF: 'CIP' };

/** What Incoterms 2020 say against the terms of a shipment; nothing is refused: contracts are often written so. */
export function termRemarks({ mode, incoterm, incotermPlace }: Terms, inContainers: boolean): string[] {
  if (!incoterm) return [];
  const instead = FOR_SHIPS[incoterm];
  const remarks: string[] = [];
  if (instead && mode && mode !== 'sea')
    remarks.push(`${incoterm} is for goods that go by ship; by ${mode} it is ${instead}. Incoterms 2020.`);
  else if (instead && inContainers)
    remarks.push(
      `Containers are handed over at a terminal, so Incoterms 2020 have ${instead} rather than ${incoterm} for them.`,
    );
  if (!incotermPlace) remarks.push(`${incoterm} names a place: say which.`);
  return remarks;
}
