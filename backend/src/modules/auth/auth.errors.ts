import {
  Conflict,
  InvalidInput,
  RuleViolation,
  TooManyRequests,
  Unauthenticated,
} from '../../platform/errors/domain-error';

export class NotSignedIn extends Unauthenticated {
  readonly code = 'auth.not_signed_in';

  constructor() {
    super('Please sign in: there is no valid access token on this request.');
  }
}

/** One answer for an unknown address, a wrong password and a closed account: it tells a stranger nothing. */
export class SignInRefused extends Unauthenticated {
  readonly code = 'auth.sign_in_refused';

  constructor() {
    super('This e-mail address and password do not belong together.');
  }
}

/** Says nothing of whether there is such an account, nor of whether this password was right. */
export class TooManySignIns extends TooManyRequests {
  readonly code = 'auth.too_many_sign_ins';

  constructor(seconds: number) {
    const wait = seconds < 60 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
    super(`Too many sign-ins have failed. Wait ${wait}, then try again.`, seconds);
  }
}

export class RefreshRefused extends Unauthenticated {
  readonly code = 'auth.refresh_refused';

  constructor() {
    super('This session has ended. Please sign in again.');
  }
}

export class WrongPassword extends InvalidInput {
  override readonly code = 'auth.wrong_password';

  constructor(field: string) {
    super({ [field]: ['This is not your present password.'] });
  }
}

export class WeakPassword extends InvalidInput {
  override readonly code = 'auth.weak_password';

  constructor(field: string, sentence: string) {
    super({ [field]: [sentence] });
  }
}

export class LastAdmin extends Conflict {
  readonly code = 'user.last_admin';

  constructor() {
    super('This is the last active admin: the house would be locked out. Make somebody else an admin first.');
  }
}

export class HouseHasAdmin extends Conflict {
  readonly code = 'user.house_has_admin';

  constructor() {
    super('This house has an admin, who adds its people. Only the first one is made by command.');
  }
}

export class OwnAccount extends RuleViolation {
  readonly code = 'user.own_account';

  constructor() {
    super('You cannot remove or demote yourself. Ask another admin.');
  }
}
