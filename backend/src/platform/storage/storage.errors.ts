import { Logger } from '@nestjs/common';
import {
  Conflict,
  DomainError,
  Forbidden,
  InvalidInput,
  NotFound,
  RuleViolation,
  Unavailable,
} from '../errors/domain-error';

export class FileNotFound extends NotFound {
  readonly code = 'file.not_found';

  constructor() {
    super('This file is not there any more.');
  }
}

/** Its row is there, and a sweep has found that its bytes are not. */
export class FileMissing extends NotFound {
  readonly code = 'file.missing';

  constructor() {
    super(
      'The house has lost this file: its storage does not have it any more. Ask an admin to bring it back from a backup, or add it again.',
    );
  }
}

/** Since somebody looked at what a sweep found, another has found more. */
export class MoreUnusedThanSeen extends Conflict {
  readonly code = 'storage.more_unused_than_seen';

  constructor(seen: number, unused: number) {
    super(
      `Files were compared again since then: ${unused} are unused now, and not ${seen}. Nothing was deleted; look at the new numbers first.`,
      { seen, unused },
    );
  }
}

export class NoFileYet extends NotFound {
  readonly code = 'file.none_yet';

  constructor() {
    super('No file has been added here yet.');
  }
}

/** The link is expired or altered, or what is sent is not what the link was made for. */
export class LinkRefused extends Forbidden {
  readonly code = 'file.link_refused';

  constructor() {
    super('This link has run out or is not complete. Go back to the page it came from and open the file again.');
  }
}

/** A signed link writes once: who kept it cannot swap a file that has been checked for another. */
export class AlreadyStored extends Conflict {
  readonly code = 'file.already_stored';

  constructor() {
    super('This file has arrived already.');
  }
}

export class UploadIncomplete extends InvalidInput {
  override readonly code = 'file.incomplete';

  constructor() {
    super(
      { file: ['The file did not arrive completely.'] },
      'The file did not arrive completely. Please send it again.',
    );
  }
}

export class FileTooLarge extends DomainError {
  readonly status = 413;
  readonly code = 'file.too_large';

  constructor(maxBytes: number) {
    super(`This file is too large: at most ${readableSize(maxBytes)} can be stored here.`, { maxBytes });
  }
}

export class FileTypeRefused extends RuleViolation {
  readonly code = 'file.type_refused';

  /** @param empty whether nothing is in it, as of a file that was never saved or fully copied */
  constructor(allowed: readonly string[], empty = false) {
    const sentence = empty
      ? 'This file is empty. Open it where it came from, and send it again once something is in it.'
      : `This kind of file cannot be stored here. Send one of these: ${allowed.join(', ')}.`;
    super(sentence, { errors: { file: [sentence] } });
  }
}

export class RangeNotSatisfiable extends DomainError {
  readonly status = 416;
  readonly code = 'file.range_not_satisfiable';

  constructor() {
    super('The file ends before the part that was asked for.');
  }
}

export class StorageUnavailable extends Unavailable {
  readonly code = 'storage.unavailable';

  constructor(override readonly cause: unknown) {
    super('Files cannot be stored or read just now. Please try again in a moment.');
  }
}

export class StorageFull extends Unavailable {
  override readonly status = 507;
  readonly code = 'storage.full';

  constructor() {
    super('There is no room left for files. Nothing was stored; please tell your administrator.');
  }
}

const logger = new Logger('storage');

/** What went wrong is for the log; who waits for a file hears that it may pass. */
export function storageTrouble(cause: unknown): StorageUnavailable | StorageFull {
  logger.warn(`The storage did not do as asked: ${String(cause)}`);
  const { code } = Object(cause) as { code?: unknown };
  return code === 'ENOSPC' || code === 'EDQUOT' ? new StorageFull() : new StorageUnavailable(cause);
}

function readableSize(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${Math.floor(bytes / 1024 / 1024)} MB`;
  return bytes >= 1024 ? `${Math.floor(bytes / 1024)} kB` : `${bytes} bytes`;
}
