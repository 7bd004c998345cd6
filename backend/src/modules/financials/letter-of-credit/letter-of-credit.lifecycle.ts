import { Lifecycle } from '../../../platform/lifecycle/lifecycle';

export const LETTER_OF_CREDIT_STATUSES = ['pending', 'issued', 'confirmed', 'expired'] as const;
export type LetterOfCreditStatus = (typeof LETTER_OF_CREDIT_STATUSES)[number];

/** Expected, issued by the buyer's bank, read and confirmed by a manager; expired ends it. */
export const letterOfCreditLifecycle = new Lifecycle<LetterOfCreditStatus>('LC', {
  pending: ['issued'],
  issued: ['confirmed', 'expired'],
  confirmed: ['expired'],
  expired: [],
});
