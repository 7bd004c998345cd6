import { DomainEvent } from '../../../platform/events/domain-event';

/** The digest of alerts goes out at another time, or no more. */
export class DigestUpdated extends DomainEvent {
  readonly name = 'digest.updated';
  readonly subjectType = 'digest';
}
