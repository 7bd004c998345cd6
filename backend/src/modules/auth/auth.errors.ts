import {
  Conflict,
  Forbidden,
  InvalidInput,
  RuleViolation,
  TooManyRequests,
  Unauthenticated,
} from '../../platform/errors/domain-error';
import type { ProofDeed } from './access/actor';

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

/** The password was right. */
export class CodeNeeded extends Unauthenticated {
  readonly code = 'auth.code_needed';

  constructor() {
    super('Enter the code of your authenticator app, or one of your recovery codes.');
  }
}

export class CodeRefused extends Unauthenticated {
  readonly code = 'auth.code_refused';

  constructor() {
    super('This code is not right, or was used before. Wait for the next one.');
  }
}

export class WrongCode extends InvalidInput {
  override readonly code = 'auth.wrong_code';

  constructor() {
    super({ code: ['This code is not right, or was used before. Wait for the next one.'] });
  }
}

export class AlreadyEnrolled extends Conflict {
  readonly code = 'auth.second_factor_enrolled';

  constructor() {
    super('You sign in with codes already.');
  }
}

export class NotEnrolled extends Conflict {
  readonly code = 'auth.second_factor_not_enrolled';

  constructor() {
    super('You do not sign in with codes.');
  }
}

export class SecondFactorRequired extends RuleViolation {
  readonly code = 'auth.second_factor_required';

  constructor() {
    super('The house wants codes of everybody of your role. An admin can take a lost app off your account.');
  }
}

/** The SPA asks for it and then sends the same request again. */
export class ProofNeeded extends Forbidden {
  readonly code = 'access.proof_needed';

  constructor(deed: ProofDeed, by: 'password' | 'code') {
    super(`Show first that it is you: send your ${by} to /auth/proof/, then do this again.`, { deed, by });
  }
}

export class WeakPassword extends InvalidInput {
  override readonly code = 'auth.weak_password';

  constructor(field: string, sentence: string) {
    super({ [field]: [sentence] });
  }
}

/** Of a password reset or an invitation. */
export class LinkExpired extends RuleViolation {
  readonly code = 'auth.link_expired';

  constructor() {
    super('This link was used before, is too old, or was taken back. Ask for another.');
  }
}

export class NoMail extends RuleViolation {
  readonly code = 'auth.no_mail';

  constructor() {
    super('This house sends no mail yet (SMTP_URL is not set). An admin gives a first password instead.');
  }
}

export class AlreadyInHouse extends Conflict {
  readonly code = 'user.already_in_house';

  constructor() {
    super('Somebody of this house has this address.', {
      errors: { email: ['Somebody of this house has this address.'] },
    });
  }
}

export class InvitationSettled extends Conflict {
  readonly code = 'invitation.settled';

  constructor(isAccepted: boolean) {
    super(`This invitation was ${isAccepted ? 'accepted' : 'withdrawn'} already.`);
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
