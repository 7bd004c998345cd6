import { DomainEvent } from '../../../platform/events/domain-event';

abstract class PaymentEvent extends DomainEvent {
  readonly subjectType = 'payment';
}

export class PaymentRecorded extends PaymentEvent {
  readonly name = 'payment.recorded';
}

export class PaymentUpdated extends PaymentEvent {
  readonly name = 'payment.updated';
}

/** What of it goes to which invoice. */
export class PaymentMatched extends PaymentEvent {
  readonly name = 'payment.matched';
}

export class PaymentDeleted extends PaymentEvent {
  readonly name = 'payment.deleted';
}

export class PaymentRestored extends PaymentEvent {
  readonly name = 'payment.restored';
}
