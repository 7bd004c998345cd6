import { DomainEvent } from '../../../platform/events/domain-event';

abstract class CommentEvent extends DomainEvent {
  readonly subjectType = 'comment';
}

export class CommentWritten extends CommentEvent {
  readonly name = 'comment.written';
}

export class CommentEdited extends CommentEvent {
  readonly name = 'comment.edited';
}

export class CommentRemoved extends CommentEvent {
  readonly name = 'comment.removed';
}

export class CommentRestored extends CommentEvent {
  readonly name = 'comment.restored';
}
