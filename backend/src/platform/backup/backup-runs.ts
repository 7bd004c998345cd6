import pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { BackupRun } from './backup-run.entity';

type Kind = BackupRun['kind'];
/** What there is to tell of a run that went well, by the names of the columns. */
export type Told = Partial<
  Record<
    | 'file_name'
    | 'as_of'
    | 'size'
    | 'sha256'
    | 'is_encrypted'
    | 'rows'
    | 'files'
    | 'missing_files'
    | 'rto_seconds'
    | 'rpo_seconds',
    string | number | boolean
  >
>;

/** Keeps in the house's own database that something was tried, and how it went; also that it did not go well. */
export async function recorded<T>(
  url: string,
  kind: Kind,
  work: () => Promise<T>,
  tell: (result: T) => Told,
): Promise<T> {
  const id = uuid();
  await withClient(url, (client) => client.query('INSERT INTO backup_runs (id, kind) VALUES ($1, $2)', [id, kind]));
  try {
    const result = await work();
    await withClient(url, async (client) => {
      await finish(client, id, 'done', tell(result));
      await settleKilled(client, id);
    });
    return result;
  } catch (error) {
    const fault = (error as Error).message;
    await withClient(url, (client) => finish(client, id, 'failed', { fault })).catch(() => undefined); // the fault itself counts
    throw error;
  }
}

/** Of what is over already. */
export const noteRun = (url: string, kind: Kind, told: Told): Promise<void> =>
  withClient(url, async (client) => {
    const id = uuid();
    await client.query('INSERT INTO backup_runs (id, kind) VALUES ($1, $2)', [id, kind]);
    await finish(client, id, 'done', told);
  });

/** @param url of a database in which nothing runs */
export const clearRunning = (url: string): Promise<void> =>
  withClient(url, async (client) => void (await client.query(`DELETE FROM backup_runs WHERE state = 'running'`)));

/** One runs at a time: what began before this one and says that it runs still was killed. */
async function settleKilled(client: pg.Client, id: string): Promise<void> {
  await client.query(
    `UPDATE backup_runs killed SET state = 'failed', finished_at = now(), fault = 'It was cut off: its process was ended.'
       FROM backup_runs mine
      WHERE mine.id = $1 AND killed.kind = mine.kind AND killed.state = 'running' AND killed.started_at < mine.started_at`,
    [id],
  );
}

async function finish(
  client: pg.Client,
  id: string,
  state: 'done' | 'failed',
  told: Told & { fault?: string },
): Promise<void> {
  const columns = Object.keys(told);
  const sets = ['state = $2', 'finished_at = now()', ...columns.map((column, at) => `${column} = $${at + 3}`)];
  await client.query(`UPDATE backup_runs SET ${sets.join(', ')} WHERE id = $1`, [id, state, ...Object.values(told)]);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'provabook-backup' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
