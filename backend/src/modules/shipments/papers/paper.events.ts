import { DomainEvent } from '../../../platform/events/domain-event';

abstract class PaperEvent extends DomainEvent {
  readonly subjectType = 'shipment_paper';
}

export class ShipmentPaperAdded extends PaperEvent {
  readonly name = 'shipment_paper.added';
}

export class ShipmentPaperUpdated extends PaperEvent {
  readonly name = 'shipment_paper.updated';
}

export class ShipmentPaperDeleted extends PaperEvent {
  readonly name = 'shipment_paper.deleted';
}

export class ShipmentPaperRestored extends PaperEvent {
  readonly name = 'shipment_paper.restored';
}

export class ShipmentPaperFileAttached extends PaperEvent {
  readonly name = 'shipment_paper.file_attached';
}

export class ShipmentPaperFileRemoved extends PaperEvent {
  readonly name = 'shipment_paper.file_removed';
}
