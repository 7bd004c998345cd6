import { DomainEvent } from '../../../platform/events/domain-event';

abstract class GateEvent extends DomainEvent {
  readonly subjectType = 'gate';
}

export class GateAdded extends GateEvent {
  readonly name = 'gate.added';
}

export class GateRemoved extends GateEvent {
  readonly name = 'gate.removed';
}

export class GateHandedOver extends GateEvent {
  readonly name = 'gate.handed_over';
}

/** Whoever holds it was asked for it. */
export class GateReminded extends GateEvent {
  readonly name = 'gate.reminded';
}

export class GateConditionMet extends GateEvent {
  readonly name = 'gate.condition_met';
}

/** Somebody went on although a gate said no. */
export class GateOverridden extends DomainEvent {
  readonly name = 'gate.overridden';
  readonly subjectType = 'order';
}

/** The fabric of a line has become one of another set: its gates are laid anew, but those that were decided. */
export class LineGatesRelaid extends DomainEvent {
  readonly name = 'line.gates_relaid';
  readonly subjectType = 'line';
}

abstract class GateSetEvent extends DomainEvent {
  readonly subjectType = 'gate_set';
}

export class GateSetCreated extends GateSetEvent {
  readonly name = 'gate_set.created';
}

export class GateSetUpdated extends GateSetEvent {
  readonly name = 'gate_set.updated';
}

export class GateSetDeleted extends GateSetEvent {
  readonly name = 'gate_set.deleted';
}

export class GateSetRestored extends GateSetEvent {
  readonly name = 'gate_set.restored';
}
