import type { LetterOfCreditDto, ProformaInvoiceDto } from '@/shared/api/generated';
import type { Tone } from '@/shared/ui/Badge';

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

export type ReviewState = NonNullable<ProformaInvoiceDto['review']>;
export const reviewStates = ['pending', 'approved', 'returned'] as const satisfies ReviewState[];

/** How a manager's look at a draft stands. */
export const reviewWords: Record<ReviewState, { label: string; tone: Tone }> = {
  pending: { label: 'Waits for review', tone: 'info' },
  approved: { label: 'Approved', tone: 'good' },
  returned: { label: 'Returned', tone: 'warn' },
};

export const creditFacts = ['amended', 'amendment_pending', 'drawn', 'closed'] as const;

/** What stands beside the status of an LC. */
export const factWords: Record<(typeof creditFacts)[number], string> = {
  amended: 'Amended',
  amendment_pending: 'Amendment to answer',
  drawn: 'Drawn',
  closed: 'Closed',
};

export type CheckVerdict = NonNullable<LetterOfCreditDto['check']>['verdict'];
export const checkVerdicts = ['amend_needed', 'clean', 'not_read'] as const satisfies CheckVerdict[];

/** What came of holding an LC against its orders and PIs. */
export const verdictWords: Record<CheckVerdict, string> = {
  amend_needed: 'Amend needed',
  clean: 'Clean',
  not_read: 'Text not read',
};

/** Its days bind nobody any more. */
export const isOver = ({ status, closedOn }: Pick<LetterOfCreditDto, 'status' | 'closedOn'>): boolean =>
  status === 'expired' || closedOn !== null;
