import { RuleViolation } from '../../../platform/errors/domain-error';

/** A plan is laid back from the day the goods leave. */
export class PlanWithoutEtd extends RuleViolation {
  readonly code = 'plan.no_etd';

  constructor() {
    super('A plan is laid back from the ETD, and this line has none: neither its own nor its order’s. Enter it first.');
  }
}

export class NoTemplateFits extends RuleViolation {
  readonly code = 'plan.no_template';

  constructor() {
    super('No T&A template fits this line. Choose one, or ask a manager to make one for this kind of order.');
  }
}
