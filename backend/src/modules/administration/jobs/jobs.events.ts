import { DomainEvent } from '../../../platform/events/domain-event';

/** A job that had failed for good was queued once more. */
export class JobResent extends DomainEvent {
  readonly name = 'job.resent';
  readonly subjectType = 'job';
}

/** A job that had failed for good was given up. */
export class JobDiscarded extends DomainEvent {
  readonly name = 'job.discarded';
  readonly subjectType = 'job';
}
