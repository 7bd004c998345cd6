import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Transaction } from '../../../platform/database/transaction';
import { TooManySignIns } from '../auth.errors';
import { SignInAttempt } from './sign-in-attempt.entity';
import { waitAfter, type Guarded } from './waits';

/** Failures are forgotten when none came for an hour. */
const FORGOTTEN_AFTER = '1 hour';

/**
 * Slows guessing down. A try is counted before the password is looked at, and taken back when it was right: guesses
 * that come at once are counted one by one all the same. Unknown accounts are counted like known ones.
 */
@Injectable()
export class SignInAttempts {
  constructor(private readonly transaction: Transaction) {}

  /** @throws TooManySignIns 429 while the account or the address has to wait */
  async begin(email: string, address: string): Promise<void> {
    await this.transaction.run(async () => {
      // The account first, then the address: everybody locks in that order.
      const wait =
        (await this.count('account', accountKey(email))) || (await this.count('address', addressKey(address)));
      if (wait) throw new TooManySignIns(wait); // and what was counted of the account is taken back
    });
  }

  /** The password was right: the account's failures are forgotten, and this try does not count for the address. */
  async succeeded(email: string, address: string): Promise<void> {
    const { manager } = this.transaction;
    await manager.query(`DELETE FROM sign_in_attempts WHERE key = $1 OR last_at < now() - $2::interval`, [
      accountKey(email),
      FORGOTTEN_AFTER,
    ]);
    await this.minusOne(addressKey(address));
  }

  /** The password was right, and more is asked for: this try does not count, and those before it still do. */
  async takeBack(email: string, address: string): Promise<void> {
    await this.transaction.run(async () => {
      await this.minusOne(accountKey(email));
      await this.minusOne(addressKey(address));
    });
  }

  /** The account waits no longer: its owner has another password. */
  async forget(email: string): Promise<void> {
    await this.transaction.manager.delete(SignInAttempt, { key: accountKey(email) });
  }

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
