import type { Fact } from '../../../../platform/papers/paper.types';
import { amountInWords } from '../../../../platform/values/amount-in-words';
import { priceText } from '../../../../platform/values/money';
import { quantityText, sumQuantities } from '../../../../platform/values/quantity';
import { dayWords, moneyWords, quantityWords, unitWord } from '../../../../platform/values/words';
import { percentText } from '../../amounts';
import type { ProformaInvoiceLine } from '../proforma-invoice-line.entity';
import type { ProformaInvoice } from '../proforma-invoice.entity';
import type { ProformaPaper, ProformaPaperLine } from './proforma-paper.types';

/** What stands on the paper. Nothing that a mill asks does: it goes to the buyer. @param invoice with its lines and its order */
export function paperOf(invoice: ProformaInvoice, house: string): ProformaPaper {
  const { piNumber, version, order, currency, lines = [] } = invoice;
  const amount = moneyWords(invoice.amount, currency);
  const [first, ...others] = sumQuantities(lines);
  return {
    house,
    number: piNumber,
    foot: `${piNumber} · version ${version} · ${order.orderNumber}`,
    facts: headOf(invoice),
    lines: lines.length
      ? lines.map((line) => goodsOf(line, currency))
      : [{ title: `Goods of order ${order.orderNumber}`, detail: null, quantity: '', price: '', amount }],
    totals: [
      { label: 'Total', quantity: first ? quantityWords(first.quantity, first.unit) : '', amount },
      ...others.map(({ quantity, unit }) => ({ label: '', quantity: quantityWords(quantity, unit), amount: '' })),
    ],
    inWords: amountInWords(invoice.amount, currency),
    terms: termsOf(invoice),
    bank: known([
      ['Bank', invoice.bankName],
      ['Address', invoice.bankAddress],
      ['BIC / SWIFT', invoice.bankBic],
      ['Account', invoice.bankAccount],
    ]),
    notes: invoice.notes,
    signatures: [
      ['For the seller', invoice.signatory].filter(Boolean).join(': '),
      `Accepted for ${firstLine(invoice.buyer) ?? order.customerName}`,
    ],
  };
}

function headOf(invoice: ProformaInvoice): [Fact[], Fact[]] {
  const { seller, buyer, notifyParty, order, issueDate, validUntil, replaces } = invoice;
  return [
    known([
      ['Seller', seller],
      ['Buyer', buyer ?? order.customerName],
      ['Notify', notifyParty],
    ]),
    known([
      ['Date', dayWords(issueDate)],
      ['Valid until', validUntil && dayWords(validUntil)],
      ['Order', order.orderNumber],
      ['Version', String(invoice.version)],
      ['Replaces', replaces?.piNumber ?? null],
    ]),
  ];
}

function termsOf(invoice: ProformaInvoice): Fact[] {
  const { incoterm, incotermPlace, incotermYear, portOfLoading, portOfDischarge, tolerancePercent } = invoice;
  const allowed = (is: boolean | null) => (is === null ? null : is ? 'allowed' : 'not allowed');
  return known([
    ['Delivery', incoterm && `${incoterm} ${incotermPlace}, Incoterms® ${incotermYear ?? 2020}`],
    ['Shipment', invoice.etd && `on or before ${dayWords(invoice.etd)}`],
    ['From', portOfLoading],
    ['To', portOfDischarge],
    ['Partial shipments', allowed(invoice.partialShipments)],
    ['Transhipment', allowed(invoice.transhipment)],
    ['Tolerance', tolerancePercent && `± ${percentText(tolerancePercent)} % in quantity and amount`],
    ['Payment', invoice.paymentTerms],
    ['Packing', invoice.packing],
    ['Documents', invoice.documentsOffered],
  ]);
}

function goodsOf(line: ProformaInvoiceLine, currency: string): ProformaPaperLine {
  const { style, colour, description, composition, construction, gsm, width, hsCode, quantity, unit } = line;
  const detail = [
    ...[
      description,
      composition,
      construction,
      gsm && `${quantityText(gsm)}\u00a0g/m²`,
      width && `width ${width}`.replaceAll(' ', '\u00a0'),
    ],
    hsCode && `HS ${hsCode}`,
  ];
  return {
    title: [style, colour].filter(Boolean).join(' · '),
    detail: detail.filter(Boolean).join(' · ') || null,
    quantity: quantityWords(quantity, unit),
    price: `${priceText(line.price)} / ${unitWord(unit).replace(/s$/, '')}`,
    amount: moneyWords(line.amount, currency),
  };
}

const known = (facts: readonly (readonly [string, string | null])[]): Fact[] =>
  facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []));

const firstLine = (text: string | null): string | null => text?.split('\n')[0] ?? null;
