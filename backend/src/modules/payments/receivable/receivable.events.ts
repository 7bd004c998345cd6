import { DomainEvent } from '../../../platform/events/domain-event';

/** How a shipment is paid, and how far its documents are with the bank. */
export class ReceivableTermsChanged extends DomainEvent {
  readonly subjectType = 'receivable';
  readonly name = 'receivable.terms_changed';
}
