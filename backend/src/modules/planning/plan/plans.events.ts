import { DomainEvent } from '../../../platform/events/domain-event';

/** A plan was laid back from the ETD, with the days that moved. */
export class PlanLaidBack extends DomainEvent {
  readonly name = 'plan.laid_back';
  readonly subjectType = 'line';
}
