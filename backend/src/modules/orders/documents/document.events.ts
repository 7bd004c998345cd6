import { DomainEvent } from '../../../platform/events/domain-event';

abstract class DocumentEvent extends DomainEvent {
  readonly subjectType = 'document';
}

export class DocumentAdded extends DocumentEvent {
  readonly name = 'document.added';
}

/** A new version took the place of an older one. */
export class DocumentVersionAdded extends DocumentEvent {
  readonly name = 'document.version_added';
}

export class DocumentUpdated extends DocumentEvent {
  readonly name = 'document.updated';
}

export class DocumentDeleted extends DocumentEvent {
  readonly name = 'document.deleted';
}

export class DocumentRestored extends DocumentEvent {
  readonly name = 'document.restored';
}
