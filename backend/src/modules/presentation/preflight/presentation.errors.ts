import { Conflict, RuleViolation } from '../../../platform/errors/domain-error';

export class AlreadyBegun extends Conflict {
  readonly code = 'presentation.already_begun';

  constructor() {
    super('The presentation of this shipment has begun. Change it: choose another LC there.');
  }
}

export class NotBegun extends Conflict {
  readonly code = 'presentation.not_begun';

  constructor() {
    super('Say first under which LC the documents of this shipment are presented.');
  }
}

export class NotInsured extends RuleViolation {
  readonly code = 'presentation.not_insured';

  constructor(field: string) {
    const sentence = 'Of an insurance document say amount, currency and day.';
    super(sentence, { errors: { [field]: [sentence] } });
  }
}
