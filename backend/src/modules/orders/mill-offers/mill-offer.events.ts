import { DomainEvent } from '../../../platform/events/domain-event';

abstract class MillOfferEvent extends DomainEvent {
  readonly subjectType = 'mill_offer';
}

export class MillOfferRecorded extends MillOfferEvent {
  readonly name = 'mill_offer.recorded';
}

export class MillOfferUpdated extends MillOfferEvent {
  readonly name = 'mill_offer.updated';
}

export class MillOfferDeleted extends MillOfferEvent {
  readonly name = 'mill_offer.deleted';
}

export class MillOfferRestored extends MillOfferEvent {
  readonly name = 'mill_offer.restored';
}

export class MillOfferChosen extends MillOfferEvent {
  readonly name = 'mill_offer.chosen';
}

export class MillOfferReleased extends MillOfferEvent {
  readonly name = 'mill_offer.released';
}
