import Decimal from 'decimal.js';
import { quantityWords } from '../../../platform/values/words';
import type { Letterhead } from '../../orders/letterhead';
import { goodsOf, labelOf, packedRows, type Cargo } from '../cargo/cargo';
import { sizeWords } from '../freight/freight';
import type { CommercialInvoice } from '../invoice/commercial-invoice.entity';
import { countOf, cubicMetres, kindWords, numbersWords, packingTotals, type PackedRow } from '../packing/packing';
import type { Printing } from './invoice-paper';
import type { PackingListPaper, PackingRow } from './print.types';
import { known, termsWords, transportFacts } from './transport-facts';

/** What stands on a packing list: row by row what lies in which packages, and what it all adds up to. */
export function packingListPaperOf(
  cargo: Cargo,
  invoice: CommercialInvoice | null,
  { house, seller, printed }: Printing & Pick<Letterhead, 'seller'>,
): PackingListPaper {
  const { shipment, lines, containers } = cargo;
  const rows = packedRows(cargo);
  const totals = packingTotals(rows);
  const orders = [...new Set(lines.map(({ orderNumber }) => orderNumber))].join(', ');
  const number = invoice?.invoiceNumber ?? shipment.awbNumber;
  return {
    house,
    kind: 'PACKING LIST',
    number,
    foot: `${number} · ${orders} · ${printed}`,
    facts: [
      known([
        ['Shipper', seller],
        ['Consignee', shipment.consignee ?? shipment.orders[0]?.customerName ?? null],
        ['Notify', shipment.notifyParty],
        ['Order', orders],
        ['Invoice', invoice?.invoiceNumber ?? null],
      ]),
      known([...transportFacts(shipment), ['Terms', termsWords(shipment)]]),
    ],
    rows: rows.map((row) => rowOf(row, cargo)),
    totals: [
      ...lines.map((line) => {
        const packed = totals.byLine.get(line.orderLineId) ?? 0;
        return [goodsOf(line).split('\n')[0] ?? labelOf(line), quantityWords(packed, line.unit)] as const;
      }),
      ['Packages', totals.packages.map(({ kind, count }) => kindWords(count, kind)).join(', ')],
      ['Net weight', quantityWords(totals.netKg, 'kg')],
      ['Gross weight', quantityWords(totals.grossKg, 'kg')],
      ['Volume', `${cubicMetres(totals.volumeCm3)} m³`],
    ],
    containers: containers.map(({ containerNumber, size, sealNumber }) => {
      const held = rows.filter((row) => row.containerNumber === containerNumber);
      return {
        box: [containerNumber, sizeWords(size), sealNumber && `seal ${sealNumber}`].filter(Boolean).join(' · '),
        holds: held.length ? `${numbersWords(held)} · ${quantityWords(packingTotals(held).grossKg, 'kg')} gross` : '',
      };
    }),
    signatures: [`For ${house}`],
  };
}

function rowOf(row: PackedRow, { lines }: Pick<Cargo, 'lines'>): PackingRow {
  const count = countOf(row);
  const held = row.contents.map(({ orderLineId, quantity }) => {
    const line = lines.find((each) => each.orderLineId === orderLineId);
    return { label: line ? labelOf(line) : '', quantity, unit: line?.unit ?? '' };
  });
  const { firstNumber, lastNumber, lengthCm, widthCm, heightCm, netKg, grossKg } = row;
  return {
    numbers: firstNumber === lastNumber ? String(firstNumber) : `${firstNumber}–${lastNumber}`,
    count: kindWords(count, row.kind),
    goods: held.map(({ label }) => label).join('\n'),
    each: held.map(({ quantity, unit }) => quantityWords(quantity, unit)).join('\n'),
    quantity: held.map(({ quantity, unit }) => quantityWords(times(quantity, count), unit)).join('\n'),
    net: netKg ? quantityWords(times(netKg, count), 'kg') : '–',
    gross: grossKg ? quantityWords(times(grossKg, count), 'kg') : '–',
    measures: lengthCm && widthCm && heightCm ? `${lengthCm} × ${widthCm} × ${heightCm}` : '–',
  };
}

const times = (each: string, count: number) => new Decimal(each).times(count);
