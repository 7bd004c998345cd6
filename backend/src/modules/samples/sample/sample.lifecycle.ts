import { Lifecycle } from '../../../platform/lifecycle/lifecycle';
import type { SampleStatus } from '../vocabulary';

export const sampleLifecycle = new Lifecycle<SampleStatus>('sample', {
  pending: ['submitted'],
  submitted: ['approved', 'rejected'],
  approved: [],
  rejected: [], // final: the next attempt is a new round, so what was refused, and why, stays on record
});
