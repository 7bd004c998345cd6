import { QueryFailedError } from 'typeorm';
import { Conflict, InvalidInput, RuleViolation, Unavailable, type DomainError } from './domain-error';

interface PostgresError {
  code?: string;
  constraint?: string;
  column?: string;
  detail?: string;
  table?: string;
}

class NameTaken extends Conflict {
  readonly code = 'request.name_taken';
}

class ConstraintViolated extends RuleViolation {
  readonly code = 'request.constraint_violated';
}

export class DatabaseUnavailable extends Unavailable {
  readonly code = 'service.database_unavailable';

  constructor() {
    super('The database is not answering just now. Nothing was saved; please try again in a moment.');
  }
}

/** Sentences for constraints, by constraint name; each module adds its own next to its migration's names. */
const explanations = new Map<string, { field: string; sentence: string }>();

/** A module says what a violated constraint of its tables means to a person. */
export function explainConstraint(constraint: string, field: string, sentence: string): void {
  explanations.set(constraint, { field, sentence });
}

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** `Key (lc_number)=(0417) already exists.` → `lcNumber` */
const fieldOf = (error: PostgresError) =>
  camel(/\(([a-z_]+)[,)]/.exec(error.detail ?? '')?.[1] ?? error.column ?? 'body');

/** Connection losses (also those that a transaction finds its line cut by), shutdowns and full pools: the caller may try again. */
const UNAVAILABLE = /^(08...|57P0[123]|53...)$/;
const CONNECTION_WORDS =
  /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|is not queryable|query runner (was )?already released|timeout exceeded when trying to connect|the database system is/i;

const fieldError = (field: string, sentence: string) => ({ errors: { [field]: [sentence] } });

/** SQLSTATE → the error a person should see; null when it is our fault (500). */
export function explainDatabaseError(error: unknown): DomainError | null {
  const driver = (error instanceof QueryFailedError ? error.driverError : error) as PostgresError & Error;
  const code = driver?.code ?? '';
  if (UNAVAILABLE.test(code) || CONNECTION_WORDS.test(driver?.message ?? '') || code === 'ECONNREFUSED')
    return new DatabaseUnavailable();

  const known = explanations.get(driver?.constraint ?? '');
  const field = known?.field ?? fieldOf(driver ?? {});
  switch (code) {
    case '23505': {
      const sentence = known?.sentence ?? 'This is already taken.';
      return new NameTaken(sentence, fieldError(field, sentence));
    }
    case '23503': {
      const sentence = known?.sentence ?? 'This does not exist, or something else still needs it.';
      return new ConstraintViolated(sentence, fieldError(field, sentence));
    }
    case '23502':
    case '23514': {
      const sentence = known?.sentence ?? 'This value is not allowed here.';
      return new ConstraintViolated(sentence, fieldError(field, sentence));
    }
    case '22003':
    case '22P02':
    case '22007':
    case '22008':
    case '22021':
    case '22P05':
      return new InvalidInput({ [field]: ['This value cannot be stored: it is too large or malformed.'] });
    case '55P03':
    case '57014':
    case '40001':
    case '40P01':
      return new DatabaseUnavailable();
    default:
      return null;
  }
}
