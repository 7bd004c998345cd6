import { Conflict, RuleViolation, Unauthenticated, Unavailable } from '../../../platform/errors/domain-error';

export class OidcNotSetUp extends RuleViolation {
  readonly code = 'auth.oidc_not_set_up';

  constructor() {
    super('This house has no identity provider (OIDC_ISSUER is not set). Sign in with your e-mail and password.');
  }
}

export class ProviderAway extends Unavailable {
  readonly code = 'auth.oidc_provider_away';

  constructor() {
    super('The identity provider does not answer. Sign in with your e-mail and password, or try again in a minute.');
  }
}

/** Unknown, expired, of another browser, or used before. */
export class WalkOver extends Unauthenticated {
  readonly code = 'auth.oidc_expired';

  constructor() {
    super('This sign-in took too long or was used before. Please begin it again.');
  }
}

/** One answer for who is unknown here, whose account is closed, and who unlinked it. */
export class NobodyOfTheHouse extends Unauthenticated {
  readonly code = 'auth.oidc_unknown';

  constructor() {
    super('Nobody of this house signs in with that account. Sign in with your password, or ask an admin.');
  }
}

export class AlreadyLinked extends Conflict {
  readonly code = 'auth.oidc_linked';

  constructor() {
    super('You sign in by the identity provider already. Unlink that account first.');
  }
}

export class NotLinked extends Conflict {
  readonly code = 'auth.oidc_not_linked';

  constructor() {
    super('You do not sign in by the identity provider.');
  }
}
