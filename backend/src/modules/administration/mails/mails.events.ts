import { DomainEvent } from '../../../platform/events/domain-event';

/** A mail was sent to the same person once more. */
export class MailResent extends DomainEvent {
  readonly name = 'mail.resent';
  readonly subjectType = 'mail';
}
