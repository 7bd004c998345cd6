import type { LetterOfCreditDto, ProformaInvoiceDto } from '@/shared/api/generated';

export type InvoiceStatus = ProformaInvoiceDto['status'];
export type CreditStatus = LetterOfCreditDto['status'];

export const invoiceStatuses = ['draft', 'sent', 'confirmed', 'cancelled'] as const satisfies InvoiceStatus[];
export const creditStatuses = ['pending', 'issued', 'confirmed', 'expired'] as const satisfies CreditStatus[];

/** What each status means, in a few words. */
export const invoiceHints: Record<InvoiceStatus, string> = {
  draft: 'not sent yet',
  sent: 'with the buyer',
  confirmed: 'by a manager',
  cancelled: 'kept on record',
};

export const creditHints: Record<CreditStatus, string> = {
  pending: 'expected from the bank',
  issued: 'terms to be read',
  confirmed: 'terms can be kept',
  expired: 'kept on record',
};
