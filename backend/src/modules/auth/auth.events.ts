import { DomainEvent } from '../../platform/events/domain-event';

abstract class UserEvent extends DomainEvent {
  readonly subjectType = 'user';
}

export class UserCreated extends UserEvent {
  readonly name = 'user.created';
}

export class UserUpdated extends UserEvent {
  readonly name = 'user.updated';
}

export class UserRemoved extends UserEvent {
  readonly name = 'user.removed';
}

export class PasswordChanged extends UserEvent {
  readonly name = 'user.password_changed';
}

export class RefreshTokenReplayed extends UserEvent {
  readonly name = 'user.refresh_token_replayed';
}
