/** What a field refuses, by its path in the body: `{"styles.0.lines.1.quantity": ["…"]}`. */
export type FieldErrors = Record<string, string[]>;

/**
 * An error that people are meant to read. The kind (a subclass here) is the HTTP status, the leaf (a subclass in a
 * module) is the code. `detail` is a sentence a merchandiser can act on; `extras` are further members of the answer.
 */
export abstract class DomainError extends Error {
  abstract readonly status: number;
  abstract readonly code: string;

  constructor(
    readonly detail: string,
    readonly extras: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }
}

/** 400: the request itself is malformed. */
export class InvalidInput extends DomainError {
  readonly status = 400;
  readonly code: string = 'request.invalid';

  constructor(
    readonly errors: FieldErrors,
    detail = 'Some fields need another look.',
  ) {
    super(detail, { errors });
  }
}

export abstract class Unauthenticated extends DomainError {
  readonly status = 401;
}

export abstract class Forbidden extends DomainError {
  readonly status = 403;
}

export abstract class NotFound extends DomainError {
  readonly status = 404;
}

/** 409: the state says no, or the name is taken. */
export abstract class Conflict extends DomainError {
  readonly status = 409;
}

/** 422: well formed, but a rule of the trade says no. */
export abstract class RuleViolation extends DomainError {
  readonly status = 422;
}

/** 429: told in the `Retry-After` header as well. */
export abstract class TooManyRequests extends DomainError {
  readonly status = 429;

  constructor(detail: string, retryAfterSeconds: number) {
    super(detail, { retryAfterSeconds });
  }
}

/** 503: something we stand on is away for the moment; the same request may succeed later. */
export abstract class Unavailable extends DomainError {
  readonly status: number = 503;
}

/** 404 for a thing that is not there, or not there for this person: the two are told apart to nobody. */
export class ResourceNotFound extends NotFound {
  readonly code: string;

  constructor(what: string) {
    super(`There is no such ${what}, or it is not yours to see.`);
    this.code = `${what.toLowerCase().replace(/[^a-z]+/g, '_')}.not_found`;
  }
}

/** 412: somebody wrote first. `changes` says who, when and what, since the version that the caller had read. */
export class StaleVersion extends DomainError {
  readonly status = 412;
  readonly code = 'request.stale_version';

  constructor(currentVersion: number, changes: readonly unknown[] = []) {
    super('Somebody changed this since you opened it. Look at their change, then save again.', {
      currentVersion,
      changes,
    });
  }
}
