import { Lifecycle } from '../../../../platform/lifecycle/lifecycle';

export const AMENDMENT_STATUSES = ['pending', 'accepted', 'rejected'] as const;
export type AmendmentStatus = (typeof AMENDMENT_STATUSES)[number];

/** An amendment binds the beneficiary only once it is accepted (UCP 600 art. 10); in part it cannot be. */
export const amendmentLifecycle = new Lifecycle<AmendmentStatus>('amendment', {
  pending: ['accepted', 'rejected'],
  accepted: [],
  rejected: [],
});
