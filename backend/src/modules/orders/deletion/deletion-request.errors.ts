import { Conflict, Forbidden } from '../../../platform/errors/domain-error';

export class DeletionAlreadyAsked extends Conflict {
  readonly code = 'deletion_request.already_asked';

  constructor(requester: string | null) {
    super(`${requester ?? 'Somebody'} has asked to delete this order already, and waits for an answer.`);
  }
}

export class DeleteItYourself extends Conflict {
  readonly code = 'deletion_request.not_needed';

  constructor() {
    super('You may delete this order yourself: there is nobody to ask.');
  }
}

export class NotYoursToAnswer extends Forbidden {
  readonly code = 'deletion_request.not_yours_to_answer';

  constructor(approver: string | null) {
    super(`Only ${approver ?? 'a manager'} or an admin may answer this request.`);
  }
}

export class NotYoursToWithdraw extends Forbidden {
  readonly code = 'deletion_request.not_yours_to_withdraw';

  constructor() {
    super('Only who asked may withdraw a request.');
  }
}
