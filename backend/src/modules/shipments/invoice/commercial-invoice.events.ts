import { DomainEvent } from '../../../platform/events/domain-event';

abstract class CommercialInvoiceEvent extends DomainEvent {
  readonly subjectType = 'commercial_invoice';
}

export class CommercialInvoiceIssued extends CommercialInvoiceEvent {
  readonly name = 'commercial_invoice.issued';
}

export class CommercialInvoiceCancelled extends CommercialInvoiceEvent {
  readonly name = 'commercial_invoice.cancelled';
}
