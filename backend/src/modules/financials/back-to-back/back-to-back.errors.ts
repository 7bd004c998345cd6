import { RuleViolation } from '../../../platform/errors/domain-error';

export class AgainstTheRule extends RuleViolation {
  readonly code = 'back_to_back.against_the_rule';

  constructor(breaches: readonly string[]) {
    const sentence = `${breaches.join(' ')} Say why it stands all the same.`;
    super(sentence, { errors: { exceptionReason: [sentence] } });
  }
}

export class DeductedTooMuch extends RuleViolation {
  readonly code = 'back_to_back.deducted_too_much';

  constructor() {
    super('Freight, insurance and commission come to more than the LC itself.');
  }
}
