import { DomainEvent } from '../../../platform/events/domain-event';

abstract class ProductionEntryEvent extends DomainEvent {
  readonly subjectType = 'production_entry';
}

export class ProductionEntryRecorded extends ProductionEntryEvent {
  readonly name = 'production_entry.recorded';
}

/** Its subject is the row that counts from now on. */
export class ProductionEntryCorrected extends ProductionEntryEvent {
  readonly name = 'production_entry.corrected';
}

export class ProductionEntryRemoved extends ProductionEntryEvent {
  readonly name = 'production_entry.removed';
}

export class ProductionEntryRestored extends ProductionEntryEvent {
  readonly name = 'production_entry.restored';
}
