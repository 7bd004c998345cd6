import { moneyWords } from '../../platform/values/words';
import { changed, fact, onDay, type Told } from './words';

/** Money that came from buyers, and how shipments are paid. */
export const PAYMENT_SENTENCES: Readonly<Record<string, (told: Told) => string>> = {
  'payment.recorded': (told) => `recorded ${payment(told)}${onDay(told, 'receivedOn')}`,
  'payment.updated': (told) => changed(told, payment(told)),
  'payment.matched': (told) => matched(told),
  'payment.deleted': (told) => `removed ${payment(told)}`,
  'payment.restored': (told) => `brought back ${payment(told)}`,
  'receivable.terms_changed': (told) => changed(told, `the payment of ${fact(told, 'invoiceNumber') ?? 'a shipment'}`),
};

/** `a payment of USD 12,000.00 (FT26324001)` */
function payment(told: Told): string {
  const [amount, currency, reference] = ['amount', 'currency', 'reference'].map((name) => fact(told, name));
  const sum = amount && currency ? ` of ${moneyWords(amount, currency)}` : '';
  return `a payment${sum}${reference ? ` (${reference})` : ''}`;
}

function matched(told: Told): string {
  const invoices: unknown[] = Array.isArray(told.facts['invoices']) ? told.facts['invoices'] : [];
  if (!invoices.length) return `took ${payment(told)} off all invoices`;
  return `matched ${payment(told)} with ${invoices.join(', ')}`;
}
