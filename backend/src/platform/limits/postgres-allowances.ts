import type { Transaction } from '../database/transaction';
import { Allowances, WINDOW_SECONDS, type Grant } from './allowances';

/** Takes between two sweeps of what ran out. */
const SWEEP_EVERY = 500;

/** In a table that is not logged: it is quick, and a crash of the database empties it. */
export class PostgresAllowances extends Allowances {
  private takes = 0;

  constructor(private readonly transaction: Transaction) {
    super();
  }

  async take(key: string, wanted: number, limit: number): Promise<Grant> {
    if (++this.takes % SWEEP_EVERY === 0) await this.sweep();
    const [row] = await this.transaction.manager.query<{ granted: number; used: number; ends: number }[]>(
      `INSERT INTO rate_allowances AS a (key, granted, used, ends_at)
         VALUES ($1, least($2::int, $3::int), least($2::int, $3::int), clock_timestamp() + make_interval(secs => $4))
       ON CONFLICT (key) DO UPDATE SET
         granted = CASE WHEN a.ends_at <= clock_timestamp() THEN EXCLUDED.used ELSE greatest(0, least($2, $3 - a.used)) END,
         used = CASE WHEN a.ends_at <= clock_timestamp() THEN EXCLUDED.used ELSE greatest(a.used, least(a.used + $2, $3)) END,
         ends_at = CASE WHEN a.ends_at <= clock_timestamp() THEN EXCLUDED.ends_at ELSE a.ends_at END
       RETURNING granted, used, greatest(1, extract(epoch FROM ends_at - clock_timestamp()) * 1000)::float8 AS ends`,
      [key, wanted, limit, WINDOW_SECONDS],
    );
    if (!row) throw new Error('The database granted nothing');
    return { granted: row.granted, used: row.used, endsInMs: row.ends };
  }

  private async sweep(): Promise<void> {
    await this.transaction.manager.query(`DELETE FROM rate_allowances WHERE ends_at < now() - interval '1 minute'`);
  }
}
