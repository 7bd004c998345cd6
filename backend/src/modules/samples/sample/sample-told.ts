import type { Changes, EventSubject } from '../../../platform/events/domain-event';
import type { Sample } from './sample.entity';

/** What an event of a sample tells of it. */
export const TOLD = [
  'orderLineId',
  'type',
  'version',
  'submissionDate',
  'recipient',
  'courierName',
  'awbNumber',
  'parcelId',
  'receivedOn',
  'notes',
] as const satisfies readonly (keyof Sample)[];

/** What changed, with the round that it is about. */
export const withRound = (sample: Sample, changes: Changes) => ({
  ...changes,
  type: sample.type,
  version: sample.version,
});

export const subject = ({ id, rowVersion, orderId, orderLineId }: Sample): EventSubject => ({
  id,
  rowVersion,
  orderId,
  orderLineId,
});
