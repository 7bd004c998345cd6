import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import type { Actor, ProofDeed } from '../access/actor';
import { ProofNeeded, WrongCode } from '../auth.errors';
import { SecondFactors } from '../second-factor/second-factors.service';
import { Session } from '../tokens/session.entity';
import { SessionRegistry } from '../tokens/session-registry';
import { OwnPassword } from './own-password';

/** A fresh proof of who it is, for what the settings of the house name: an open screen is not enough for it. */
@Injectable()
export class Proofs {
  constructor(
    private readonly sessions: SessionRegistry,
    private readonly factors: SecondFactors,
    private readonly own: OwnPassword,
    private readonly transaction: Transaction,
  ) {}

  /** @throws ProofNeeded 403 where the house wants one for this, and the last is too old */
  async demand(actor: Actor, deed: ProofDeed): Promise<void> {
    if (isProven(actor, deed)) return;
    this.sessions.forget(actor.sessionId); // it may have been given to another process a moment ago
    const now = await this.sessions.find(actor.sessionId, actor.id);
    if (!now || !isProven(now, deed)) throw new ProofNeeded(deed, now?.hasSecondFactor ? 'code' : 'password');
  }

  /** By a code where they have an authenticator app, else by their password. @throws WrongCode 400, WrongPassword 400, TooManySignIns 429 */
  async give({ password, code }: { password?: string; code?: string }, actor: Actor): Promise<void> {
    if (await this.factors.isEnrolled(actor.id))
      await this.own.counting(actor, () =>
        this.transaction.run(async () => {
          if (!code || !(await this.factors.shows(actor.id, code))) throw new WrongCode();
        }),
      );
    else await this.own.demand(actor, password ?? '');
    await this.transaction.manager.update(Session, actor.sessionId, { provedAt: new Date() });
    this.sessions.forget(actor.sessionId);
  }
}

const isProven = ({ proofDeeds, provedUntil }: Actor, deed: ProofDeed): boolean =>
  !proofDeeds.includes(deed) || (provedUntil !== null && provedUntil > new Date());
