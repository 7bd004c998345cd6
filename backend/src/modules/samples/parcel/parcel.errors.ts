import { Conflict, Forbidden, RuleViolation } from '../../../platform/errors/domain-error';
import type { Day } from '../../../platform/values/day';

export class ParcelAlreadyReceived extends Conflict {
  readonly code = 'parcel.already_received';

  constructor(on: Day) {
    super(`This parcel arrived on ${on} already.`);
  }
}

export class ReceivedBeforeSent extends RuleViolation {
  readonly code = 'parcel.received_before_sent';

  constructor(field: 'sentOn' | 'receivedOn', day: Day) {
    const sentence =
      field === 'receivedOn'
        ? `This parcel was sent on ${day}; it cannot have arrived earlier.`
        : `This parcel arrived on ${day}; it cannot have been sent later.`;
    super(sentence, { errors: { [field]: [sentence] } });
  }
}

/** What the buyer has in hand is no longer packed anew. */
export class ParcelArrived extends Conflict {
  readonly code = 'parcel.arrived';

  constructor(on: Day) {
    super(`This parcel arrived on ${on}, so it stays as it was. If that is wrong, take the receipt back first.`);
  }
}

export class LastInParcel extends Conflict {
  readonly code = 'parcel.last_sample';

  constructor() {
    super('Nothing would be left in this parcel. Delete the parcel instead.');
  }
}

export class NothingToPack extends Conflict {
  readonly code = 'parcel.nothing_to_pack';

  constructor() {
    super('Nothing of what was in this parcel can be sent any more: it went another way, or is in the trash.');
  }
}

export class ParcelFull extends Conflict {
  readonly code = 'parcel.full';

  constructor(most: number) {
    super(`A parcel holds ${most} samples at most. Send the others as a second one.`);
  }
}

/** 403: the person may read it for the sake of a sample of theirs. */
export class ParcelOfColleagues extends Forbidden {
  readonly code = 'parcel.of_colleagues';

  constructor() {
    super(
      'This parcel carries samples of a colleague as well, so a manager changes it. Yours can be received one by one.',
    );
  }
}

export class SampleSentBefore extends Conflict {
  readonly code = 'parcel.sample_sent_before';

  constructor(sample: string, sampleId: string) {
    const sentence = `The ${sample} was sent already. Take it out, then send the others.`;
    super(sentence, { errors: { sampleIds: [sentence] }, sampleId });
  }
}
