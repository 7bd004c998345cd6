import { Conflict } from '../../../platform/errors/domain-error';

export class ImportBlocked extends Conflict {
  readonly code = 'import.blocked';

  constructor(blockers: readonly string[]) {
    super(blockers.join(' '), { blockers });
  }
}

export class ImportClosed extends Conflict {
  readonly code = 'import.closed';

  constructor() {
    super('This workbook has become orders already. Change them on their own pages, or drop the workbook again.');
  }
}
