import { DomainEvent } from '../../../platform/events/domain-event';

abstract class SavedViewEvent extends DomainEvent {
  readonly subjectType = 'saved_view';
}

export class SavedViewCreated extends SavedViewEvent {
  readonly name = 'saved_view.created';
}

export class SavedViewUpdated extends SavedViewEvent {
  readonly name = 'saved_view.updated';
}

export class SavedViewDeleted extends SavedViewEvent {
  readonly name = 'saved_view.deleted';
}
