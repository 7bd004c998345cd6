import { Conflict, RuleViolation } from '../../../platform/errors/domain-error';

export class NothingPacked extends RuleViolation {
  readonly code = 'shipment.nothing_packed';

  constructor() {
    super('Write the packing list first: there is nothing to print yet.');
  }
}

export class InvoiceWithoutShipment extends Conflict {
  readonly code = 'commercial_invoice.without_shipment';

  constructor(invoiceNumber: string) {
    super(
      `The order of ${invoiceNumber} was deleted, and the papers of its shipment with it. The invoice itself is kept.`,
    );
  }
}
