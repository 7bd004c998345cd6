import { DomainEvent } from '../../../platform/events/domain-event';

abstract class AlertEvent extends DomainEvent {
  readonly subjectType = 'alert';
}

/** A rule found something. */
export class AlertRaised extends AlertEvent {
  readonly name = 'alert.raised';
}

/** It is still there, and worse. */
export class AlertWorsened extends AlertEvent {
  readonly name = 'alert.worsened';
}

/** The rule no longer finds it. */
export class AlertCleared extends AlertEvent {
  readonly name = 'alert.cleared';
}

export class AlertRuleUpdated extends DomainEvent {
  readonly name = 'alert_rule.updated';
  readonly subjectType = 'alert_rule';
}
