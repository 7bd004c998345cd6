import { RuleViolation } from '../../platform/errors/domain-error';
import type { Day } from '../../platform/values/day';

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
