import { DomainEvent } from '../../../platform/events/domain-event';

abstract class ProformaInvoiceEvent extends DomainEvent {
  readonly subjectType = 'proforma_invoice';
}

export class ProformaInvoiceRaised extends ProformaInvoiceEvent {
  readonly name = 'proforma_invoice.raised';
}

export class ProformaInvoiceUpdated extends ProformaInvoiceEvent {
  readonly name = 'proforma_invoice.updated';
}

export class ProformaInvoicePdfAdded extends ProformaInvoiceEvent {
  readonly name = 'proforma_invoice.pdf_added';
}

export class ProformaInvoiceDeleted extends ProformaInvoiceEvent {
  readonly name = 'proforma_invoice.deleted';
}

export class ProformaInvoiceSent extends ProformaInvoiceEvent {
  readonly name = 'proforma_invoice.sent';
}

export class ProformaInvoiceConfirmed extends ProformaInvoiceEvent {
  readonly name = 'proforma_invoice.confirmed';
}

export class ProformaInvoiceCancelled extends ProformaInvoiceEvent {
  readonly name = 'proforma_invoice.cancelled';
}

export class ProformaInvoiceRestored extends ProformaInvoiceEvent {
  readonly name = 'proforma_invoice.restored';
}

export class ProformaInvoiceReviewAsked extends ProformaInvoiceEvent {
  readonly name = 'proforma_invoice.review_asked';
}

export class ProformaInvoiceApproved extends ProformaInvoiceEvent {
  readonly name = 'proforma_invoice.approved';
}

export class ProformaInvoiceReturned extends ProformaInvoiceEvent {
  readonly name = 'proforma_invoice.returned';
}

export class ProformaInvoicePrinted extends ProformaInvoiceEvent {
  readonly name = 'proforma_invoice.printed';
}

export class ProformaInvoiceMailed extends ProformaInvoiceEvent {
  readonly name = 'proforma_invoice.mailed';
}
