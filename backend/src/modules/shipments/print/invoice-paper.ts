import { amountInWords } from '../../../platform/values/amount-in-words';
import { priceText } from '../../../platform/values/money';
import { sumQuantities } from '../../../platform/values/quantity';
import { dayWords, moneyWords, quantityWords, unitWord } from '../../../platform/values/words';
import type { CommercialInvoice } from '../invoice/commercial-invoice.entity';
import type { Shipment } from '../shipment.entity';
import type { InvoicePaper } from './print.types';
import { known, termsWords, transportFacts } from './transport-facts';

export interface Printing {
  house: string;
  /** `printed 22 Nov 2026 by Rina Akter` */
  printed: string;
}

/** What stands on a commercial invoice: house, lines and prices as they were issued, and how the shipment travels. */
export function invoicePaperOf(
  invoice: CommercialInvoice,
  shipment: Shipment,
  { house, printed }: Printing,
): InvoicePaper {
  const { invoiceNumber, orderNumbers, currency, lines, seller, signatory } = invoice;
  const proformas = [...new Set(lines.flatMap(({ piNumber }) => piNumber ?? []))];
  return {
    house,
    kind: 'COMMERCIAL INVOICE',
    number: invoiceNumber,
    foot: `${invoiceNumber} · ${orderNumbers.join(', ')} · ${printed}`,
    facts: [
      known([
        ['Seller', seller],
        ['To', invoice.buyer],
        ['Consignee', shipment.consignee],
        ['Notify', shipment.notifyParty],
        ['Order', orderNumbers.join(', ')],
        ['Proforma', proformas.join(', ')],
      ]),
      known([['Date', dayWords(invoice.issueDate)], ...transportFacts(shipment), ['Terms', termsWords(invoice)]]),
    ],
    lines: lines.map((line) => ({
      goods: line.description,
      quantity: quantityWords(line.quantity, line.unit),
      price: `${currency} ${priceText(line.unitPrice)} / ${unitWord(line.unit).replace(/s$/, '')}`,
      amount: moneyWords(line.amount, currency),
    })),
    total: {
      quantity: sumQuantities(lines)
        .map(({ quantity, unit }) => quantityWords(quantity, unit))
        .join('\n'),
      amount: moneyWords(invoice.amount, currency),
    },
    inWords: amountInWords(invoice.amount, currency),
    remarks: [
      ...(invoice.status === 'cancelled' ? [`CANCELLED: ${invoice.cancelReason}`] : []),
      ...(invoice.notes ? [invoice.notes] : []),
    ],
    bank: known([
      ['Bank', invoice.bankName],
      ['Address', invoice.bankAddress],
      ['BIC / SWIFT', invoice.bankBic],
      ['Account', invoice.bankAccount],
    ]),
    signatures: [signatory ? `For ${house}: ${signatory}` : `For ${house}`],
  };
}
