import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Transaction } from './transaction';

/** The files of the migrations begin with the moment that each was written at, as TypeORM also keeps it. */
const FOLDER = join(__dirname, '../../migrations');

/**
 * A check that fails until the tables are those of this version, or of a newer one, which an older one can still read. They
 * never go back, so it asks no more once they are.
 */
export function tablesAreMade(transaction: Transaction): () => Promise<void> {
  let areMade = false;
  return async () => {
    if (areMade) return;
    const newest = Math.max(...readdirSync(FOLDER).map((file) => Number.parseInt(file, 10)));
    const [row] = await transaction.manager.query<{ made: boolean }[]>(
      'SELECT EXISTS (SELECT FROM migrations WHERE timestamp >= $1) AS made',
      [newest],
    );
    if (!row?.made) throw new Error('Migrations are to come.');
    areMade = true;
  };
}
