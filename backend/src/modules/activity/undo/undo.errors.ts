import { Conflict, Forbidden } from '../../../platform/errors/domain-error';

export class NotYoursToUndo extends Forbidden {
  readonly code = 'activity.not_yours_to_undo';

  constructor(actor: string | null) {
    super(`Only ${actor ?? 'who did it'} can undo this. Change it the usual way instead.`);
  }
}

/** 409: something depends on it, or it cannot be taken back at all; the sentence says which. */
export class CannotUndo extends Conflict {
  readonly code = 'activity.cannot_undo';
}
