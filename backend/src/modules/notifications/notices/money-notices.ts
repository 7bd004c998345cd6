import { moneyWords } from '../../../platform/values/words';
import { because, capital, ofBuyer, said, who, type Happening, type Notice } from './notice';

/** PIs and LCs. */
export const MONEY_NOTICES = {
  'proforma_invoice.review_asked': {
    to: ['manager', 'admin'],
    severity: 'info',
    title: (of) => `${capital(invoice(of))} of order ${of.orderNumber} waits for your review.`,
    message: (of) =>
      `${who(of)} asks you to look at ${invoice(of)}${amount(of)} for order ${ofBuyer(of)} before it is sent.`,
  },
  'proforma_invoice.approved': {
    to: ['creator', 'merchandiser'],
    severity: 'info',
    title: (of) => `${capital(invoice(of))} of order ${of.orderNumber} was approved.`,
    message: (of) => `${who(of)} approved ${invoice(of)}${amount(of)} for order ${ofBuyer(of)}. You can send it.`,
  },
  'proforma_invoice.returned': {
    to: ['creator', 'merchandiser'],
    severity: 'warning',
    title: (of) => `${capital(invoice(of))} of order ${of.orderNumber} came back to you.`,
    message: (of) => `${who(of)} returned ${invoice(of)}${amount(of)} for order ${ofBuyer(of)}${because(of, 'reason')}`,
  },
  'proforma_invoice.sent': {
    to: ['manager', 'admin'],
    severity: 'info',
    title: (of) => `${capital(invoice(of))} of order ${of.orderNumber} waits for your confirmation.`,
    message: (of) =>
      `${who(of)} sent ${invoice(of)}${amount(of)} for order ${ofBuyer(of)}. Confirm it, or cancel it with a reason.`,
  },
  'proforma_invoice.confirmed': {
    to: ['creator', 'merchandiser'],
    severity: 'info',
    title: (of) => `${capital(invoice(of))} of order ${of.orderNumber} was confirmed.`,
    message: (of) => `${who(of)} confirmed ${invoice(of)}${amount(of)} for order ${ofBuyer(of)}.`,
  },
  'proforma_invoice.cancelled': {
    to: ['creator', 'merchandiser'],
    severity: 'warning',
    title: (of) => `${capital(invoice(of))} of order ${of.orderNumber} was cancelled.`,
    message: (of) =>
      `${who(of)} cancelled ${invoice(of)}${amount(of)} for order ${ofBuyer(of)}${because(of, 'reason')}`,
  },
  'letter_of_credit.issued': {
    to: ['merchandiser'],
    severity: 'info',
    title: (of) => `${capital(credit(of))} of order ${of.orderNumber} was issued.`,
    message: (of) => `${who(of)} recorded that ${credit(of)}${amount(of)} was issued for order ${ofBuyer(of)}.`,
  },
  'letter_of_credit.confirmed': {
    to: ['merchandiser'],
    severity: 'info',
    title: (of) => `${capital(credit(of))} of order ${of.orderNumber} was confirmed.`,
    message: (of) => `${who(of)} confirmed ${credit(of)}${amount(of)} for order ${ofBuyer(of)}.`,
  },
} satisfies Readonly<Record<string, Notice>>;

const invoice = (of: Happening): string => said(of, 'piNumber') ?? 'a PI';

const credit = (of: Happening): string => {
  const number = said(of, 'lcNumber');
  if (!number) return 'an LC';
  return /^lc/i.test(number) ? number : `LC ${number}`;
};

/** ` for USD 158,466.00` */
function amount(of: Happening): string {
  const [value, currency] = [said(of, 'amount'), said(of, 'currency')];
  return value && currency ? ` for ${moneyWords(value, currency)}` : '';
}
