import { DomainEvent } from '../../../platform/events/domain-event';

abstract class TaskEvent extends DomainEvent {
  readonly subjectType = 'task';
}

export class TaskCreated extends TaskEvent {
  readonly name = 'task.created';
}

export class TaskUpdated extends TaskEvent {
  readonly name = 'task.updated';
}

export class TaskAssigned extends TaskEvent {
  readonly name = 'task.assigned';
}

export class TaskStarted extends TaskEvent {
  readonly name = 'task.started';
}

export class TaskCompleted extends TaskEvent {
  readonly name = 'task.completed';
}

export class TaskCancelled extends TaskEvent {
  readonly name = 'task.cancelled';
}

export class TaskReopened extends TaskEvent {
  readonly name = 'task.reopened';
}

export class TaskDeleted extends TaskEvent {
  readonly name = 'task.deleted';
}

export class TaskRestored extends TaskEvent {
  readonly name = 'task.restored';
}
