import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Transaction } from '../../../platform/database/transaction';
import { CodeNeeded, TooManySignIns } from '../auth.errors';
import { SignInAttempt } from './sign-in-attempt.entity';
import { waitAfter, type Guarded } from './waits';

/** Failures are forgotten when none came for an hour. */
const FORGOTTEN_AFTER = '1 hour';

/**
 * Slows guessing down. Unknown accounts are counted like known ones. A try of an account is counted before the password is
 * looked at, and taken back when it was right; those of one account take turns in this process, so that right ones at the same
 * instant are not taken for guesses. An address, which many share, counts what has failed.
 */
@Injectable()
export class SignInAttempts {
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(private readonly transaction: Transaction) {}

  /**
   * Does `work` when its turn has come; what it throws counts as a wrong guess, but for `CodeNeeded`.
   * @throws TooManySignIns 429 while the account or the address has to wait; `work` is not begun then
   */
  guarding<T>(email: string, address: string, work: () => Promise<T>): Promise<T> {
    return this.inTurn(accountKey(email), async () => {
      await this.begin(email, address);
      try {
        return await work();
      } catch (error) {
        await this.transaction.run(async () => {
          if (error instanceof CodeNeeded) await this.minusOne(accountKey(email));
          else await this.count('address', addressKey(address));
        });
        throw error;
      }
    });
  }

  /** The password was right: the account's failures are forgotten. In the transaction of the session that it opens. */
  async succeeded(email: string): Promise<void> {
    await this.transaction.manager.query(
      `DELETE FROM sign_in_attempts WHERE key = $1 OR last_at < now() - $2::interval`,
      [accountKey(email), FORGOTTEN_AFTER],
    );
  }

  /** The account waits no longer: its owner has another password. */
  async forget(email: string): Promise<void> {
    await this.transaction.manager.delete(SignInAttempt, { key: accountKey(email) });
  }

  private async begin(email: string, address: string): Promise<void> {
    await this.transaction.run(async () => {
      const [busy] = await this.transaction.manager.query<{ wait: number }[]>(
        `SELECT ceil(extract(epoch FROM blocked_until - now()))::int AS wait FROM sign_in_attempts
          WHERE key = $1 AND blocked_until > now()`,
        [addressKey(address)],
      );
      const wait = busy?.wait ?? (await this.count('account', accountKey(email)));
      if (wait) throw new TooManySignIns(wait);
    });
  }

  private async inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.turns.get(key) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(work);
    this.turns.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.turns.get(key) === mine) this.turns.delete(key);
    }
  }

  /** The password was right, and more is asked for: this try does not count, and those before it still do. */
  private async minusOne(key: string): Promise<void> {
    const { manager } = this.transaction;
    const [left] = await manager.query<[{ failures: number }[], number]>(
      `UPDATE sign_in_attempts SET failures = failures - 1 WHERE key = $1 AND failures > 1 RETURNING failures`,
      [key],
    );
    if (!left.length) await manager.delete(SignInAttempt, { key });
  }

  /** @returns seconds still to wait; 0 when the try may go on, and then it is counted */
  private async count(guarded: Guarded, key: string): Promise<number> {
    const { manager } = this.transaction;
    const [row] = await manager.query<{ failures: number; wait: number }[]>(
      `INSERT INTO sign_in_attempts AS a (key, failures, last_at, blocked_until) VALUES ($1, 1, now(), now())
       ON CONFLICT (key) DO UPDATE SET
         failures = CASE WHEN a.blocked_until > now() THEN a.failures
                         WHEN a.last_at < now() - $2::interval THEN 1 ELSE a.failures + 1 END,
         last_at = CASE WHEN a.blocked_until > now() THEN a.last_at ELSE now() END
       RETURNING failures, greatest(0, ceil(extract(epoch FROM blocked_until - now())))::int AS wait`,
      [key, FORGOTTEN_AFTER],
    );
    if (!row || row.wait > 0) return row?.wait ?? 0;
    const next = waitAfter(row.failures, guarded);
    if (next)
      await manager.query(
        `UPDATE sign_in_attempts SET blocked_until = now() + make_interval(secs => $2) WHERE key = $1`,
        [key, next],
      );
    return 0;
  }
}

const accountKey = (email: string) => `account:${createHash('sha256').update(email.toLowerCase()).digest('hex')}`;
const addressKey = (address: string) => `address:${address}`;
