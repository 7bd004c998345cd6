import { Conflict, ResourceNotFound, RuleViolation } from '../../../platform/errors/domain-error';
import { NoSuchReference } from '../../orders/orders.errors';
import { OPTION_LABELS, type OptionLabel } from '../vocabulary';

/** 400 on the field of a body that names an option. */
export class NoSuchOption extends NoSuchReference {
  constructor(field: string) {
    super(field, 'option in this round');
  }
}

/** 404 for an address that names an option. */
export class OptionNotFound extends ResourceNotFound {
  constructor() {
    super('option');
  }
}

export class OptionUnnamed extends RuleViolation {
  readonly code = 'sample.option_unnamed';

  constructor(labels: readonly OptionLabel[]) {
    const sentence = `This round has the options ${labels.join(', ')}: say which one the buyer approved.`;
    super(sentence, { errors: { option: [sentence] } });
  }
}

export class OptionRejected extends RuleViolation {
  readonly code = 'sample.option_rejected';

  constructor(label: OptionLabel) {
    const sentence = `Option ${label} was rejected. Take that back first, or approve another.`;
    super(sentence, { errors: { option: [sentence] } });
  }
}

export class OptionsFull extends Conflict {
  readonly code = 'sample.options_full';

  constructor() {
    super(`A round has ${OPTION_LABELS.length} options at most. Add the next ones as a new round.`);
  }
}

export class OptionTaken extends Conflict {
  readonly code = 'sample.option_taken';

  constructor(label: OptionLabel) {
    const sentence = `This round already has an option ${label}.`;
    super(sentence, { errors: { label: [sentence] } });
  }
}

export class OptionsDecided extends Conflict {
  readonly code = 'sample.options_decided';

  constructor() {
    super('The buyer has decided on this round, so its options stay as they were. Add a new round for others.');
  }
}

export class OptionNotSent extends Conflict {
  readonly code = 'sample.option_not_sent';

  constructor() {
    super('The buyer judges an option once the round was sent. Record the sending first.');
  }
}
