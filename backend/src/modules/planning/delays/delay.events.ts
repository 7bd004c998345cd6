import { DomainEvent } from '../../../platform/events/domain-event';

abstract class DelayEvent extends DomainEvent {
  readonly subjectType = 'delay';
}

/** A person booked days that were lost; what a step or an incident books is told by that. */
export class DelayBooked extends DelayEvent {
  readonly name = 'delay.booked';
}

/** The days are another party's. */
export class DelayRebooked extends DelayEvent {
  readonly name = 'delay.rebooked';
}

export class DelayTakenBack extends DelayEvent {
  readonly name = 'delay.taken_back';
}
