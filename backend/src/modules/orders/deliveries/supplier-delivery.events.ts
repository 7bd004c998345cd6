import { DomainEvent } from '../../../platform/events/domain-event';

abstract class SupplierDeliveryEvent extends DomainEvent {
  readonly subjectType = 'supplier_delivery';
}

/** People hear of it; of several that came together they hear once, by the first. */
export class SupplierDeliveryRecorded extends SupplierDeliveryEvent {
  readonly name = 'supplier_delivery.recorded';
}

/** Came together with one that people hear of. */
export class SupplierDeliveryAdded extends SupplierDeliveryEvent {
  readonly name = 'supplier_delivery.added';
}

export class SupplierDeliveryUpdated extends SupplierDeliveryEvent {
  readonly name = 'supplier_delivery.updated';
}

export class SupplierDeliveryRestored extends SupplierDeliveryEvent {
  readonly name = 'supplier_delivery.restored';
}

export class SupplierDeliveryDeleted extends SupplierDeliveryEvent {
  readonly name = 'supplier_delivery.deleted';
}

/** What changes how much came. */
export const DELIVERY_EVENTS = ['recorded', 'added', 'updated', 'deleted', 'restored'].map(
  (verb) => `supplier_delivery.${verb}`,
);
