import { DomainEvent, type EventSubject } from '../../../platform/events/domain-event';

/** A thing was in the trash for 30 days, and is gone for good: `line.purged`. */
export class Purged extends DomainEvent {
  readonly name: string;

  constructor(
    readonly subjectType: string,
    subject: EventSubject,
  ) {
    super(subject, null);
    this.name = `${subjectType}.purged`;
  }
}
