import { Conflict } from '../../../platform/errors/domain-error';

export class NoSuchFinding extends Conflict {
  readonly code = 'finding.gone';

  constructor() {
    super('This finding is not there any more: one of the two sides was changed. Look at the findings once more.');
  }
}

export class AlreadyWaived extends Conflict {
  readonly code = 'finding.already_waived';

  constructor() {
    super('Somebody let this finding stand already.');
  }
}
