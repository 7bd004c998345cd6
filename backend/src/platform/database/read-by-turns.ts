import type { QueryRunner } from 'typeorm';
import { poolOf } from './pool';
import type { Reader } from './prepared-read';
import { inBatches, oneAhead } from './snapshot';
import type { Transaction } from './transaction';

/** Keys that are found at once. Who has no more of them is read by one connection. */
const KEYS = 2_000;

/**
 * The rows of many keys, `size` of them at a time, in the order of the query that finds the keys. Writing rows as text is what
 * takes the database long: of many a second connection, where one is free, reads every other batch in the same snapshot.
 * @param keys a query for `id`   @param read of the keys that it is given; asked again before its last answer is taken
 */
export async function* readByTurns<Row>(
  transaction: Transaction,
  keys: readonly [sql: string, parameters: unknown[]],
  size: number,
  read: (reader: Reader, ids: string[]) => Promise<Row>,
): AsyncGenerator<Row> {
  const own = { reader: transaction as Reader, ask: oneAtATime() };
  const connections = [own];
  const coming: Promise<Row>[] = [];
  let second: QueryRunner | null = null;
  let turn = 0;
  try {
    for await (const found of oneAhead(inTurn(inBatches<{ id: string }>(transaction, keys, KEYS), own.ask))) {
      if (found.length === KEYS && turn === 0) second = await own.ask(() => secondConnection(transaction));
      if (second && turn === 0) connections.push({ reader: second, ask: oneAtATime() });
      for (let at = 0; at < found.length; at += size) {
        const { reader, ask } = connections[turn++ % connections.length] ?? own;
        const ids = found.slice(at, at + size).map(({ id }) => id);
        const asked = () => read(reader, ids).finally(() => (ids.length = 0));
        coming.push(heard(ask(asked)));
        if (coming.length > connections.length) yield (await coming.shift()) as Row;
      }
      found.length = 0; // pg holds what it found and what it was asked long after: of a large house 25 MB
    }
    for (const rows of coming) yield await rows;
  } finally {
    await Promise.allSettled(coming); // nothing reads on when the transaction is over
    if (second) await giveBack(second);
  }
}

type Ask = <T>(question: () => Promise<T>) => Promise<T>;

/** A connection is asked nothing before it has answered: pg will keep no queue of what it is asked meanwhile. */
function oneAtATime(): Ask {
  let last: Promise<unknown> = Promise.resolve();
  return (question) => {
    const answer = last.then(question);
    last = answer.catch(() => undefined);
    return answer;
  };
}

async function* inTurn<T>(source: AsyncGenerator<T>, ask: Ask): AsyncGenerator<T> {
  for (;;) {
    const { done, value } = await ask(() => source.next());
    if (done) return;
    yield value;
  }
}

/** A fault is told to whoever takes the answer, and to nobody before. */
function heard<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => undefined);
  return answer;
}

/** Another connection that sees what the use case sees; null where half of the pool is busy, or none can be had. */
async function secondConnection({ manager }: Transaction): Promise<QueryRunner | null> {
  const { totalCount, idleCount, waitingCount, options } = poolOf(manager);
  if (totalCount - idleCount + waitingCount >= (options.max ?? 0) / 2) return null;
  const [exported] = await manager.query<{ snapshot: string }[]>('SELECT pg_export_snapshot() AS snapshot');
  const runner = manager.dataSource.createQueryRunner();
  try {
    await runner.startTransaction('REPEATABLE READ');
    await runner.query(`SET TRANSACTION READ ONLY; SET TRANSACTION SNAPSHOT '${exported?.snapshot}'`);
    return runner;
  } catch {
    await giveBack(runner);
    return null;
  }
}

async function giveBack(runner: QueryRunner): Promise<void> {
  await runner.rollbackTransaction().catch(() => undefined); // it may be gone
  await runner.release();
}
