import { Conflict, RuleViolation } from '../../../platform/errors/domain-error';
import type { Day } from '../../../platform/values/day';

export class SampleDecided extends Conflict {
  readonly code = 'sample.decided';

  constructor() {
    super('The buyer has decided on this sample, so it stays on record. If something new is sent, add a new round.');
  }
}

export class SampleAlreadySent extends Conflict {
  readonly code = 'sample.already_sent';

  constructor() {
    super('This sample was sent already, so its type and line can no longer change. Add a new sample instead.');
  }
}

export class DecidedBeforeSubmission extends RuleViolation {
  readonly code = 'sample.decided_before_submission';

  constructor(field: 'decidedOn' | 'submissionDate', day: Day) {
    const sentence =
      field === 'decidedOn'
        ? `This sample was sent on ${day}; the decision cannot be earlier.`
        : `This sample was decided on ${day}; it cannot have been sent later.`;
    super(sentence, { errors: { [field]: [sentence] } });
  }
}
