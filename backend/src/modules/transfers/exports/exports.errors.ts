import { Conflict, TooManyRequests, Unavailable } from '../../../platform/errors/domain-error';

/** 409: it was not made, or not yet. */
export class ExportNotReady extends Conflict {
  readonly code = 'export.not_ready';

  constructor() {
    super('This file is not made yet. Wait until it is done, or ask for it anew.');
  }
}

/** 429: one person's files are made one after the other. */
export class TooManyExports extends TooManyRequests {
  readonly code = 'export.too_many';

  constructor(most: number) {
    super(`${most} of your files are still being made. Wait for one, or cancel one.`, 30);
  }
}

/** 503: others read long files just now. */
export class ExportsBusy extends Unavailable {
  readonly code = 'export.busy';

  constructor() {
    super('Several long files are being read just now. Try again in a minute, or ask for an Excel file.', {
      retryAfterSeconds: 30,
    });
  }
}
