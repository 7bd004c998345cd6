import { Conflict } from '../../../platform/errors/domain-error';

export class MailNotKept extends Conflict {
  readonly code = 'mail.not_kept';

  constructor() {
    super('What this mail said is kept nowhere, because its link opens an account. Have a new one sent from there.');
  }
}

export class MailOnItsWay extends Conflict {
  readonly code = 'mail.on_its_way';

  constructor() {
    super('This mail waits for its turn: it is sent without more ado.');
  }
}
