import { join } from 'node:path';
import PgBoss from 'pg-boss';
import { DataSource, type MigrationInterface } from 'typeorm';
import { JOB_POLICY, QUEUES } from '../jobs/jobs';
import { dataSourceOptions } from './data-source';
import { grantsFor } from './grants';

/** Any number: migrations of one database queue up behind it. */
const LOCK = 7_203_117;

/** Found by their file names, and loaded by who changes the tables: the server has no use for them. */
const MIGRATIONS = [join(__dirname, '../../migrations/*.{js,ts}')];

/** Opens the database of the owner, one at a time with others that change its tables, and closes it whatever happens. */
export async function withTables<T>(ownerUrl: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = new DataSource({
    ...dataSourceOptions(ownerUrl, 2),
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    extra: { application_name: 'provabook-migrate', lock_timeout: 2_000 },
  });
  await source.initialize();
  try {
    const lock = source.createQueryRunner();
    await lock.query('SET lock_timeout = 0');
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const result = await work(source);
    await lock.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    await lock.release();
    return result;
  } finally {
    await source.destroy();
  }
}

export const namesOf = ({ migrations }: DataSource): string[] => migrations.map(nameOf);

const nameOf = (migration: MigrationInterface) => migration.name ?? migration.constructor.name;

/** Brings the tables to the state that these migrations make, which all are known here. */
export async function migrateTo(source: DataSource, names: readonly string[]): Promise<void> {
  const all = source.migrations;
  const chosen = all.filter((migration) => names.includes(nameOf(migration)));
  try {
    Object.assign(source, { migrations: chosen });
    await source.runMigrations();
  } finally {
    Object.assign(source, { migrations: all });
  }
}

/** @param more queues of jobs that another release has left behind */
export async function createQueues(url: string, more: readonly string[] = []): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  await boss.start();
  for (const queue of new Set([...QUEUES, ...more])) {
    await boss.createQueue(queue, { name: queue, ...JOB_POLICY });
    await boss.updateQueue(queue, { name: queue, ...JOB_POLICY }); // one from before has the policy of then
  }
  await boss.stop({ graceful: false });
}

/**
 * The application's role reads and writes rows; it owns no table and cannot rewrite history.
 * @returns whether it is another than the owner's: else only triggers guard the history
 */
export async function grantTo(source: DataSource, role: string): Promise<boolean> {
  const [owner] = await source.query<{ name: string }[]>('SELECT current_user AS name');
  if (!role || role === owner?.name) return false;
  await source.query(grantsFor(decodeURIComponent(role)));
  return true;
}
