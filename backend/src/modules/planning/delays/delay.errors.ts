import { Conflict } from '../../../platform/errors/domain-error';

export class DelayNotStanding extends Conflict {
  readonly code = 'delay.not_standing';

  constructor() {
    super(
      'These days are no longer booked so: they were taken back, or are another’s by now. Look at the ledger anew.',
    );
  }
}

export class DelayOfIncident extends Conflict {
  readonly code = 'delay.of_incident';

  constructor() {
    super('These days are an incident’s: say there how many were lost, and through whom.');
  }
}
