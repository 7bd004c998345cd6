import { DomainEvent } from '../../../platform/events/domain-event';

/** A parcel crosses orders, so its events belong to none; what it means for a sample is an event of that sample. */
abstract class ParcelEvent extends DomainEvent {
  readonly subjectType = 'parcel';
}

export class ParcelSent extends ParcelEvent {
  readonly name = 'parcel.sent';
}

/** More was put into it. */
export class ParcelPacked extends ParcelEvent {
  readonly name = 'parcel.packed';
}

/** Something was not in it after all. */
export class ParcelUnpacked extends ParcelEvent {
  readonly name = 'parcel.unpacked';
}

export class ParcelUpdated extends ParcelEvent {
  readonly name = 'parcel.updated';
}

export class ParcelReceived extends ParcelEvent {
  readonly name = 'parcel.received';
}

/** It did not arrive after all. */
export class ParcelReceiptTakenBack extends ParcelEvent {
  readonly name = 'parcel.receipt_taken_back';
}

export class ParcelDeleted extends ParcelEvent {
  readonly name = 'parcel.deleted';
}

export class ParcelRestored extends ParcelEvent {
  readonly name = 'parcel.restored';
}
