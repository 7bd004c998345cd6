import { Lifecycle } from '../../../platform/lifecycle/lifecycle';

export const DELETION_STATUSES = ['pending', 'approved', 'declined', 'withdrawn'] as const;
export type DeletionStatus = (typeof DELETION_STATUSES)[number];

/** An answer is final: who still wants the order deleted asks anew. */
export const deletionLifecycle = new Lifecycle<DeletionStatus>('deletion request', {
  pending: ['approved', 'declined', 'withdrawn'],
  approved: [],
  declined: [],
  withdrawn: [],
});
