import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { Transaction } from '../../../platform/database/transaction';
import { hashOfToken, newToken } from '../links/one-time-token';
import { secretsOf, type Shown } from './oidc-provider';
import { OidcWalk } from './oidc-walk.entity';

/** Seconds from the button to the session, with a password and a code at the provider in between. */
export const WALK_LASTS = 10 * 60;

/** The ways of browsers to the provider and back; each step of one can be taken once. */
@Injectable()
export class OidcWalks {
  constructor(private readonly transaction: Transaction) {}

  /** @param sessionId of who links an identity  @returns what the browser keeps */
  async begin(token: ReturnType<typeof newToken>, next: string, sessionId: string | null): Promise<void> {
    const { manager } = this.transaction;
    await manager.query(`DELETE FROM oidc_walks WHERE expires_at < now()`);
    const expiresAt = new Date(Date.now() + WALK_LASTS * 1000);
    await manager.insert(OidcWalk, { tokenHash: token.tokenHash, next, sessionId, expiresAt });
  }

  /** The walk of this browser that the provider answers; null when `state` is another's, or it was answered or is too old. */
  async answer(token: string, state: string): Promise<OidcWalk | null> {
    if (!isSame(state, secretsOf(token).state)) return null;
    const tokenHash = hashOfToken(token);
    const { affected } = await this.rows
      .createQueryBuilder()
      .update({ answeredAt: () => 'now()' })
      .where('tokenHash = :tokenHash AND answeredAt IS NULL AND expiresAt > now()', { tokenHash })
      .execute();
    return affected ? this.rows.findOneBy({ tokenHash }) : null;
  }

  /** Kept until the browser asks for its session, perhaps with a code. */
  async keep(tokenHash: string, { subject, email, hasSecondFactor }: Shown): Promise<void> {
    await this.rows.update({ tokenHash }, { subject, email, hasSecondFactor });
  }

  /** One that waits for its session. */
  findAnswered(token: string): Promise<OidcWalk | null> {
    return this.rows
      .createQueryBuilder('walk')
      .where('walk.tokenHash = :tokenHash AND walk.expiresAt > now()', { tokenHash: hashOfToken(token) })
      .andWhere('walk.subject IS NOT NULL AND walk.sessionId IS NULL')
      .getOne();
  }

  /** @returns false when it had ended before */
  async end(tokenHash: string): Promise<boolean> {
    return Boolean((await this.rows.delete({ tokenHash })).affected);
  }

  private get rows() {
    return this.transaction.manager.getRepository(OidcWalk);
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
