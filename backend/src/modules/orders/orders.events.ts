import { DomainEvent } from '../../platform/events/domain-event';

abstract class OrderEvent extends DomainEvent {
  readonly subjectType = 'order';
}

export class OrderCreated extends OrderEvent {
  readonly name = 'order.created';
}

export class OrderUpdated extends OrderEvent {
  readonly name = 'order.updated';
}

export class OrderDeleted extends OrderEvent {
  readonly name = 'order.deleted';
}

export class OrderRestored extends OrderEvent {
  readonly name = 'order.restored';
}

export class OrderStageChanged extends OrderEvent {
  readonly name = 'order.stage_changed';
}

/** Of an order without lines; else its lines move. */
export class OrderStatusChanged extends OrderEvent {
  readonly name = 'order.status_changed';
}

export class OrderAssigned extends OrderEvent {
  readonly name = 'order.assigned';
}

export class OrderDelivered extends OrderEvent {
  readonly name = 'order.delivered';
}

/** What was agreed on the order itself has changed. */
export class OrderRevised extends OrderEvent {
  readonly name = 'order.revised';
}

/** From foreign to local, or back. */
export class OrderConverted extends OrderEvent {
  readonly name = 'order.converted';
}

export class StyleAdded extends DomainEvent {
  readonly name = 'style.added';
  readonly subjectType = 'style';
}

export class StyleUpdated extends DomainEvent {
  readonly name = 'style.updated';
  readonly subjectType = 'style';
}

export class StyleDeleted extends DomainEvent {
  readonly name = 'style.deleted';
  readonly subjectType = 'style';
}

export class StyleRestored extends DomainEvent {
  readonly name = 'style.restored';
  readonly subjectType = 'style';
}

abstract class LineEvent extends DomainEvent {
  readonly subjectType = 'line';
}

export class LineAdded extends LineEvent {
  readonly name = 'line.added';
}

export class LineUpdated extends LineEvent {
  readonly name = 'line.updated';
}

/** What was agreed on a line has changed. */
export class LineRevised extends LineEvent {
  readonly name = 'line.revised';
}

/** A part of it goes on as a line of its own. */
export class LineSplit extends LineEvent {
  readonly name = 'line.split';
}

export class LineDeleted extends LineEvent {
  readonly name = 'line.deleted';
}

export class LineRestored extends LineEvent {
  readonly name = 'line.restored';
}

export class LineStatusChanged extends LineEvent {
  readonly name = 'line.status_changed';
}

/** Completed although less came than was ordered. */
export class LineShortClosed extends LineEvent {
  readonly name = 'line.short_closed';
}

export class ApprovalRecorded extends LineEvent {
  readonly name = 'approval.recorded';
}
