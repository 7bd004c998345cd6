import { Conflict, RuleViolation } from '../../../platform/errors/domain-error';
import type { Day } from '../../../platform/values/day';
import type { SampleStatus } from '../vocabulary';

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

export class SampleNotWithBuyer extends Conflict {
  readonly code = 'sample.not_with_buyer';

  constructor(status: SampleStatus) {
    super(
      status === 'pending'
        ? 'This sample was not sent yet. Record the sending first.'
        : 'The buyer has decided on this sample, so it was received before.',
    );
  }
}

export class SampleAlreadyReceived extends Conflict {
  readonly code = 'sample.already_received';

  constructor(on: Day) {
    super(`The buyer got this sample on ${on} already. If the day is wrong, change it.`);
  }
}

export class ReceivedBeforeSubmission extends RuleViolation {
  readonly code = 'sample.received_before_submission';

  constructor(sentOn: Day) {
    const sentence = `This sample was sent on ${sentOn}; it cannot have arrived earlier.`;
    super(sentence, { errors: { receivedOn: [sentence] } });
  }
}

export class DecidedBeforeReceipt extends RuleViolation {
  readonly code = 'sample.decided_before_receipt';

  constructor(field: 'decidedOn' | 'receivedOn', day: Day) {
    const sentence =
      field === 'decidedOn'
        ? `The buyer got this sample on ${day}; the decision cannot be earlier.`
        : `This sample was decided on ${day}; it cannot have arrived later.`;
    super(sentence, { errors: { [field]: [sentence] } });
  }
}

/** Two rounds of one thing at once are a slip more often than they are meant. */
export class RoundWaits extends Conflict {
  readonly code = 'sample.round_waits';

  constructor(version: number, sent: boolean) {
    super(
      `Round ${version} ${sent ? 'is not decided yet' : 'was not sent yet'}. Carry on with that one, or add another round beside it all the same.`,
    );
  }
}

export class InParcel extends Conflict {
  readonly code = 'sample.in_parcel';

  constructor() {
    super('This sample went in a parcel with others: its day, courier, AWB and recipient are changed on the parcel.');
  }
}

export class RoundNotRefused extends Conflict {
  readonly code = 'sample.round_not_refused';

  constructor() {
    super('A new round follows a round that was rejected. This one is not.');
  }
}

export class NewerRoundExists extends Conflict {
  readonly code = 'sample.newer_round_exists';

  constructor(version: number) {
    super(`Round ${version} was added already. Carry on with that one.`);
  }
}
