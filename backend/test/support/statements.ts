import pg from 'pg';

/** Not counted: what opens and closes a transaction, and what is asked now and then for many requests: session, allowance. */
const UNCOUNTED =
  /^\s*(BEGIN|START TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)|FROM sessions s\s+JOIN user_profiles|rate_allowances/i;

let recorded: string[] | null = null;
let overlapping: string[] = [];

type Query = (this: pg.Client, ...parameters: unknown[]) => unknown;
const original = pg.Client.prototype.query as unknown as Query;

(pg.Client.prototype as unknown as { query: Query }).query = function (this: pg.Client, ...parameters: unknown[]) {
  const [first] = parameters;
  const text = typeof first === 'string' ? first : String((first as { text?: string } | undefined)?.text ?? '');
  if (recorded && !UNCOUNTED.test(text)) recorded.push(text);
  if (recorded && (Reflect.get(this, '_queryQueue') as unknown[]).length) overlapping.push(text); // when pg warns, once a process
  return original.apply(this, parameters);
};

/** The SQL statements that reach Postgres while `work` runs, and those that a connection is asked while others wait for it. */
export async function statementsDuring<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: string[]; overlapping: string[] }> {
  const statements: string[] = [];
  recorded = statements;
  overlapping = [];
  try {
    return { result: await work(), statements, overlapping };
  } finally {
    recorded = null;
  }
}
