import { type Reader, readPrepared } from './prepared-read';
import type { Transaction } from './transaction';

/** Reads that all see the house as it stood at the first of them. Nothing can be written meanwhile. */
export function inSnapshot<T>(transaction: Transaction, read: () => Promise<T>): Promise<T> {
  return transaction.run(async () => {
    await transaction.manager.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    return read();
  });
}

let opened = 0;

/** The rows of a query in the surrounding transaction, at most `size` at a time: memory holds no more than one batch. */
export async function* inBatches<Row>(
  { manager }: Transaction,
  [sql, parameters]: readonly [sql: string, parameters: unknown[]],
  size: number,
): AsyncGenerator<Row[]> {
  const cursor = `batches_${++opened}`;
  await manager.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`, parameters);
  for (;;) {
    const rows = await manager.query<Row[]>(`FETCH ${size} FROM ${cursor}`);
    const isLast = rows.length < size; // told now: whoever takes them may leave none
    if (rows.length) yield rows;
    if (isLast) return; // the cursor goes with the transaction
  }
}

/** The same, one ahead: the next is read while this one is worked on, so that database and process wait for each other no longer. */
export async function* oneAhead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const items = source[Symbol.asyncIterator]();
  const next = () => {
    const coming = items.next();
    coming.catch(() => undefined); // told to whoever asks for it
    return coming;
  };
  let coming = next();
  try {
    for (;;) {
      const { done, value } = await coming;
      if (done) return;
      coming = next();
      yield value;
    }
  } finally {
    await coming.catch(() => undefined); // nothing reads on when the transaction is over
    await items.return?.();
  }
}

/** The rows that a prepared query finds, each as Postgres writes it: `(PO-1,"a, b",)`. */
export async function readRecordsOf(
  reader: Reader,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<string[]> {
  const rows = await readPrepared<Written>(reader, name, `SELECT record::text AS record FROM (${text}) record`, values);
  return taken(rows);
}

/** The same of a query that is read from front to back, at most `size` rows at once. @param fields of its rows, in their order */
export async function* recordsInBatches(
  transaction: Transaction,
  [sql, parameters]: readonly [sql: string, parameters: unknown[]],
  fields: readonly string[],
  size: number,
): AsyncGenerator<string[]> {
  const records = `SELECT ROW(${fields.map((field) => `found."${field}"`).join(', ')})::text AS record FROM (${sql}) found`;
  for await (const rows of inBatches<Written>(transaction, [records, parameters], size)) yield taken(rows);
}

interface Written {
  record: string;
}

/** Out of the rows, which pg holds long after they were read: a hundred megabytes of text would stay with them. */
function taken(rows: Written[]): string[] {
  return rows.splice(0).map(({ record }) => record);
}
