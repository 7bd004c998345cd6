import { DomainEvent } from '../../platform/events/domain-event';

/** A step of a line was planned, happened, or was changed. */
export class MilestoneWritten extends DomainEvent {
  readonly name = 'milestone.written';
  readonly subjectType = 'milestone';
}

export class MilestoneRemoved extends DomainEvent {
  readonly name = 'milestone.removed';
  readonly subjectType = 'milestone';
}

/** A whole plan was laid on a line at once, e.g. from a workbook. */
export class PlanLaid extends DomainEvent {
  readonly name = 'plan.laid';
  readonly subjectType = 'line';
}

export class MilestoneRestored extends DomainEvent {
  readonly name = 'milestone.restored';
  readonly subjectType = 'milestone';
}
