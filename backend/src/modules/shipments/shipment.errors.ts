import { Forbidden, RuleViolation } from '../../platform/errors/domain-error';
import type { Day } from '../../platform/values/day';
import type { NumberDoubt } from './numbers/number-doubt';

/** What goes is written as a whole, and papers tell all of it: that is for who sees every order on it. */
export class GoesWithOthers extends Forbidden {
  readonly code = 'shipment.goes_with_others';

  constructor(orderNumbers: readonly string[]) {
    super(
      `${orderNumbers.join(', ')} of a colleague goes with it too. A manager sees to what goes, and to its papers.`,
    );
  }
}

/** A number whose check digit says that it was mistyped. `suggestions` are what was probably meant. */
export class DoubtfulNumber extends RuleViolation {
  readonly code = 'shipment.doubtful_number';

  constructor(field: string, reasonField: string, { sentence, suggestions }: NumberDoubt) {
    const [first] = suggestions;
    const told = `${sentence}${first ? ` Did you mean ${first}?` : ''} If it is right as it stands, give the reason.`;
    super(told, { errors: { [field]: [told] }, reasonField, suggestions });
  }
}

export class DeliveredBeforeShipping extends RuleViolation {
  readonly code = 'shipment.delivered_before_shipping';

  constructor(field: 'deliveredOn' | 'shippingDate', day: Day) {
    const sentence =
      field === 'deliveredOn'
        ? `This shipment left on ${day}; it cannot have arrived earlier.`
        : `This shipment was delivered on ${day}; it cannot have left later.`;
    super(sentence, { errors: { [field]: [sentence] } });
  }
}

export class ArrivalBeforeShipping extends RuleViolation {
  readonly code = 'shipment.arrival_before_shipping';

  constructor(shippingDate: Day) {
    const sentence = `It leaves on ${shippingDate}, so the estimated arrival has to be that day or later.`;
    super(sentence, { errors: { estimatedArrival: [sentence] } });
  }
}
