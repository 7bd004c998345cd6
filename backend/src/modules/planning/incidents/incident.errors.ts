import { Conflict, InvalidInput, RuleViolation } from '../../../platform/errors/domain-error';

/** 422 on `party`: days that were lost are booked to somebody. */
export class DaysLostThroughNobody extends RuleViolation {
  readonly code = 'incident.days_without_party';

  constructor() {
    const sentence = 'Days were lost: say through whom, so that they can be booked.';
    super(sentence, { errors: { party: [sentence] } });
  }
}

/** 400: a party by name alone, an amount without its currency, a step without its line, a target in the past. */
export class IncompleteIncident extends InvalidInput {
  constructor(field: 'partyName' | 'costCurrency' | 'costAmount' | 'step' | 'targetResolutionDate') {
    super({ [field]: [WHY[field]] });
  }
}

const WHY = {
  partyName: 'Say who it was.',
  costCurrency: 'In which currency?',
  costAmount: 'How much was it?',
  targetResolutionDate: 'It cannot be settled before the day on which it happened.',
  step: 'A step belongs to a line: name one of its plan, and the line too.',
} as const;

export class IncidentSettled extends Conflict {
  readonly code = 'incident.settled';

  constructor() {
    super('The days that it lost are booked where it happened. Reopen the incident to say that it was elsewhere.');
  }
}
