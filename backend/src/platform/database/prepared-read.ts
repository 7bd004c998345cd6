import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { QueryFailedError } from 'typeorm';
import { hydrationOf } from './hydration';
import type { Transaction } from './transaction';

type Row = Readonly<Record<string, unknown>>;

/** What a connection of the pool can do that TypeORM does not pass on. */
interface Connection {
  query(statement: { name: string; text: string; values: readonly unknown[] }): Promise<{ rows: Row[] }>;
}

/** Whose connection reads: the use case's, or another that sees what it sees. */
export type Reader = Pick<Transaction, 'manager'>;

/**
 * A statement that is read very often: planned once a connection, not once a request, which takes longer than running it.
 * Only for what is found by keys: the plan knows no values. On the connection of the use case, if there is one.
 * @param name one for each text
 */
export async function readPrepared<R extends object = Row>(
  { manager }: Reader,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<R[]> {
  const runner = manager.queryRunner ?? manager.dataSource.createQueryRunner();
  try {
    const connection = (await runner.connect()) as Connection;
    const { rows } = await connection.query({ name, text, values });
    return rows as R[];
  } catch (error) {
    throw error instanceof Error && 'code' in error ? new QueryFailedError(text, [...values], error) : error;
  } finally {
    if (runner !== manager.queryRunner) await runner.release();
  }
}

/** A query for entities whose text is always the same: made once, prepared, and hydrated by a plan of its own. */
export class PreparedRead<T extends ObjectLiteral> {
  private made: { text: string; hydrate: (rows: readonly Row[]) => T[] } | null = null;

  /** @param build the query, with one parameter */
  constructor(
    private readonly transaction: Transaction,
    private readonly name: string,
    private readonly build: (manager: EntityManager) => SelectQueryBuilder<T>,
  ) {}

  /** The entities, and the rows that they are from for what is no column of theirs. */
  async read(value: unknown): Promise<{ entities: T[]; rows: Row[] }> {
    this.made ??= this.make();
    const { text, hydrate } = this.made;
    const rows = await readPrepared(this.transaction, this.name, text, [value]);
    return { entities: hydrate(rows), rows };
  }

  private make() {
    const query = this.build(this.transaction.manager);
    return { text: query.getQueryAndParameters()[0], hydrate: hydrationOf(query) };
  }
}
