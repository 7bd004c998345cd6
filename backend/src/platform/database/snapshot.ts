import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
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
  query: SelectQueryBuilder<ObjectLiteral>,
  size: number,
): AsyncGenerator<Row[]> {
  const cursor = `batches_${++opened}`;
  const [sql, parameters] = query.getQueryAndParameters();
  await manager.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`, parameters);
  for (;;) {
    const rows = await manager.query<Row[]>(`FETCH ${size} FROM ${cursor}`);
    if (rows.length) yield rows;
    if (rows.length < size) return; // the cursor goes with the transaction
  }
}
