import { DomainEvent } from '../../../platform/events/domain-event';

abstract class PresentationEvent extends DomainEvent {
  readonly subjectType = 'presentation';
}

export class PresentationBegun extends PresentationEvent {
  readonly name = 'presentation.begun';
}

export class PresentationUpdated extends PresentationEvent {
  readonly name = 'presentation.updated';
}
