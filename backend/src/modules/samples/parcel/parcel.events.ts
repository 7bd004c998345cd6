import { DomainEvent } from '../../../platform/events/domain-event';

/** A parcel crosses orders, so its events belong to none; what it means for a sample is an event of that sample. */
abstract class ParcelEvent extends DomainEvent {
  readonly subjectType = 'parcel';
}

export class ParcelSent extends ParcelEvent {
  readonly name = 'parcel.sent';
}

export class ParcelUpdated extends ParcelEvent {
  readonly name = 'parcel.updated';
}

export class ParcelReceived extends ParcelEvent {
  readonly name = 'parcel.received';
}
