import { Conflict, Forbidden } from '../../../platform/errors/domain-error';

export class NoLongerValid extends Conflict {
  readonly code = 'letter_of_credit.expired';

  constructor(lcNumber: string) {
    super(`LC ${lcNumber} has expired and stays on record as it is. Record the new LC of the bank instead.`);
  }
}

/** What a manager has confirmed is not changed under them. */
export class ConfirmedByManager extends Forbidden {
  readonly code = 'letter_of_credit.confirmed';

  constructor(lcNumber: string) {
    super(`LC ${lcNumber} is confirmed: only a manager or an admin may change or delete it now. Ask one of them.`);
  }
}
