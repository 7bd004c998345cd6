import { RuleViolation } from '../../../platform/errors/domain-error';
import type { Refusal } from './conversion';

/** 422: the units do not convert for this fabric; `missing` says what to write on its style. */
export class NotConvertible extends RuleViolation {
  readonly code = 'quantity.not_convertible';

  constructor({ missing, sentence }: Refusal, styleId: string) {
    super(sentence, {
      errors: Object.fromEntries(missing.map((each) => [each.field, [each.sentence]])),
      missing,
      styleId,
    });
  }
}

export class NoQuantity extends RuleViolation {
  readonly code = 'quantity.none';

  constructor() {
    super('This line has no quantity yet. Fill it in, or say which quantity you mean.');
  }
}
