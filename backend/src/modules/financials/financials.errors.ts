import { RuleViolation } from '../../platform/errors/domain-error';
import { minorUnits } from '../../platform/values/currencies';

export class FractionOfCurrency extends RuleViolation {
  readonly code = 'amount.fraction_of_currency';

  constructor(currency: string) {
    const decimals = minorUnits(currency);
    const sentence = decimals
      ? `An amount in ${currency} has at most ${decimals} decimals.`
      : `An amount in ${currency} has no decimals.`;
    super(sentence, { errors: { amount: [sentence] } });
  }
}
