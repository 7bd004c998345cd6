import { DomainEvent } from '../../platform/events/domain-event';

abstract class ShipmentEvent extends DomainEvent {
  readonly subjectType = 'shipment';
}

export class ShipmentCreated extends ShipmentEvent {
  readonly name = 'shipment.created';
}

export class ShipmentUpdated extends ShipmentEvent {
  readonly name = 'shipment.updated';
}

export class ShipmentDeleted extends ShipmentEvent {
  readonly name = 'shipment.deleted';
}

export class ShipmentDeparted extends ShipmentEvent {
  readonly name = 'shipment.departed';
}

export class ShipmentDelivered extends ShipmentEvent {
  readonly name = 'shipment.delivered';
}

export class ShipmentReturned extends ShipmentEvent {
  readonly name = 'shipment.returned';
}

export class ShipmentFileAttached extends ShipmentEvent {
  readonly name = 'shipment.file_attached';
}

export class ShipmentFileRemoved extends ShipmentEvent {
  readonly name = 'shipment.file_removed';
}

export class ShipmentRestored extends ShipmentEvent {
  readonly name = 'shipment.restored';
}

export class ShipmentLinesChanged extends ShipmentEvent {
  readonly name = 'shipment.lines_changed';
}

export class ShipmentContainersChanged extends ShipmentEvent {
  readonly name = 'shipment.containers_changed';
}

export class ShipmentPackingChanged extends ShipmentEvent {
  readonly name = 'shipment.packing_changed';
}
