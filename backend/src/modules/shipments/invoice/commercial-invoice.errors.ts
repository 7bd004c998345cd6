import { Conflict, RuleViolation } from '../../../platform/errors/domain-error';

export class NothingToInvoice extends RuleViolation {
  readonly code = 'commercial_invoice.nothing_to_invoice';

  constructor() {
    super('Say first which lines go with this shipment: the invoice is written from them.');
  }
}

export class LinesUnpriced extends RuleViolation {
  readonly code = 'commercial_invoice.lines_unpriced';

  constructor(labels: readonly string[]) {
    super(`No price is agreed yet for ${labels.join(', ')}. Give one, there or on the order.`);
  }
}

export class SeveralCurrencies extends RuleViolation {
  readonly code = 'commercial_invoice.several_currencies';

  constructor(currencies: readonly string[]) {
    super(`An invoice is in one currency, and these lines are in ${currencies.join(' and ')}. Ship them apart.`);
  }
}

export class InvoiceStands extends Conflict {
  readonly code = 'commercial_invoice.stands';

  constructor(invoiceNumber: string) {
    super(`${invoiceNumber} stands for this shipment. Cancel it with a reason, and issue the next.`);
  }
}

export class ShipmentIsInvoiced extends Conflict {
  readonly code = 'shipment.invoiced';

  constructor(invoiceNumber: string) {
    super(`${invoiceNumber} was issued for this shipment, and an invoice stays on record: the shipment stays with it.`);
  }
}
