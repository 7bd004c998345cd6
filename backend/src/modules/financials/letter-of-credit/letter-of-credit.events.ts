import { DomainEvent } from '../../../platform/events/domain-event';

abstract class LetterOfCreditEvent extends DomainEvent {
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
