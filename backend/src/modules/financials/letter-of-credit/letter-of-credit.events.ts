import { DomainEvent } from '../../../platform/events/domain-event';

export abstract class LetterOfCreditEvent extends DomainEvent {
  readonly subjectType = 'letter_of_credit';
}

export class LetterOfCreditRecorded extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.recorded';
}

export class LetterOfCreditUpdated extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.updated';
}

export class LetterOfCreditDocumentAdded extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.document_added';
}

export class LetterOfCreditDeleted extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.deleted';
}

export class LetterOfCreditIssued extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.issued';
}

export class LetterOfCreditConfirmed extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.confirmed';
}

export class LetterOfCreditExpired extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.expired';
}

export class LetterOfCreditRestored extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.restored';
}

export class LetterOfCreditOrderAdded extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.order_added';
}

export class LetterOfCreditOrderRemoved extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.order_removed';
}

export class LetterOfCreditInvoiceAdded extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.invoice_added';
}

export class LetterOfCreditInvoiceRemoved extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.invoice_removed';
}

export class LetterOfCreditTermsRead extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.terms_read';
}

export class LetterOfCreditTermsChanged extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.terms_changed';
}

export class LetterOfCreditAmendmentReceived extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.amendment_received';
}

export class LetterOfCreditAmendmentRemoved extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.amendment_removed';
}

export class LetterOfCreditAmended extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.amended';
}

export class LetterOfCreditAmendmentRejected extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.amendment_rejected';
}

export class LetterOfCreditDrawingRecorded extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.drawing_recorded';
}

export class LetterOfCreditDrawingUpdated extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.drawing_updated';
}

export class LetterOfCreditDrawingRemoved extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.drawing_removed';
}

export class LetterOfCreditClosed extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.closed';
}

export class LetterOfCreditReopened extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.reopened';
}
