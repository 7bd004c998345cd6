import { RuleViolation } from '../../../platform/errors/domain-error';

export class NothingPacked extends RuleViolation {
  readonly code = 'shipment.nothing_packed';

  constructor() {
    super('Write the packing list first: there is nothing to print yet.');
  }
}
