import { DomainEvent } from '../../platform/events/domain-event';

abstract class UserEvent extends DomainEvent {
  readonly subjectType = 'user';
}

/** A change to the ways into an account, of which its person is told by mail. */
abstract class WayInEvent extends UserEvent {
  override readonly tellsFrom = true;
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

export class PasswordChanged extends WayInEvent {
  readonly name = 'user.password_changed';
}

export class RefreshTokenReplayed extends UserEvent {
  readonly name = 'user.refresh_token_replayed';
}

/** On one device, or on several at once: `sessionIds` says which. */
export class SessionsEnded extends UserEvent {
  readonly name = 'user.sessions_ended';
}

/** By a link in a mail: every session ended. */
export class PasswordReset extends WayInEvent {
  readonly name = 'user.password_reset';
}

export class SecondFactorEnrolled extends WayInEvent {
  readonly name = 'user.second_factor_enrolled';
}

export class RecoveryCodesRenewed extends UserEvent {
  readonly name = 'user.recovery_codes_renewed';
}

/** By themselves, or by an admin for who lost it. */
export class SecondFactorRemoved extends WayInEvent {
  readonly name = 'user.second_factor_removed';
}

/** An account at the identity provider opens theirs from now on. */
export class IdentityLinked extends WayInEvent {
  readonly name = 'user.identity_linked';
}

export class IdentityUnlinked extends WayInEvent {
  readonly name = 'user.identity_unlinked';
}

export class SignInSettingsUpdated extends DomainEvent {
  readonly name = 'sign_in_settings.updated';
  readonly subjectType = 'sign_in_settings';
}

abstract class InvitationEvent extends DomainEvent {
  readonly subjectType = 'invitation';
}

export class UserInvited extends InvitationEvent {
  readonly name = 'invitation.created';
}

export class InvitationSent extends InvitationEvent {
  readonly name = 'invitation.sent_again';
}

export class InvitationWithdrawn extends InvitationEvent {
  readonly name = 'invitation.withdrawn';
}
