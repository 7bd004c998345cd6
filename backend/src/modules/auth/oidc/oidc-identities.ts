import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { Outbox } from '../../../platform/events/outbox';
import type { Actor } from '../access/actor';
import { IdentityLinked, IdentityUnlinked } from '../auth.events';
import { OwnPassword } from '../proof/own-password';
import type { User } from '../users/user.entity';
import { UsersRepository } from '../users/users.repository';
import { OidcIdentity } from './oidc-identity.entity';
import { OidcProvider, type Shown } from './oidc-provider';
import { AlreadyLinked, NotLinked } from './oidc.errors';

/** Which account of the provider is which person of the house. */
@Injectable()
export class OidcIdentities {
  constructor(
    private readonly transaction: Transaction,
    private readonly users: UsersRepository,
    private readonly provider: OidcProvider,
    private readonly own: OwnPassword,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The active person that this identity is linked to; else the one who has its verified address and never had an identity
   * of this provider, not even one that they unlinked. Nobody comes into the house this way.
   */
  async personOf({ issuer, subject, email }: Shown): Promise<User | null> {
    const linked = await this.rows.findOneBy({ issuer, subject, unlinkedAt: IsNull() });
    if (linked) return this.users.findActive(linked.userId);
    const user = email ? await this.users.findForSignIn(email) : null;
    if (!user?.isActive) return null;
    const earlier = await this.rows.findOneBy({ userId: user.id });
    return earlier?.issuer === issuer ? null : user;
  }

  /** That they came by it, and the first time that it is theirs. In a transaction. */
  async use({ id: userId }: User, shown: Shown): Promise<void> {
    await this.users.getForUpdate(userId);
    const { issuer, subject } = shown;
    const theirs = { userId, issuer, subject, unlinkedAt: IsNull() };
    const { affected } = await this.rows.update(theirs, { lastUsedAt: now() });
    if (!affected) await this.link(userId, shown);
  }

  /** Of somebody who is signed in. @returns false where the identity is somebody else's */
  async claim(userId: string, shown: Shown): Promise<boolean> {
    return this.transaction.run(async () => {
      await this.users.getForUpdate(userId);
      const { issuer, subject } = shown;
      const taken = await this.rows.findOneBy({ issuer, subject, unlinkedAt: IsNull() });
      if (taken && taken.userId !== userId) return false;
      if (!taken) await this.link(userId, shown);
      return true;
    });
  }

  /** Theirs at the provider that the house has now; null where none is linked. */
  findOf(userId: string): Promise<OidcIdentity | null> {
    return this.rows.findOneBy({ userId, issuer: this.provider.issuer ?? '', unlinkedAt: IsNull() });
  }

  /** Before they go and show whom they are there. @throws WrongPassword 400, TooManySignIns 429, AlreadyLinked 409 */
  async mayLink(password: string, actor: Actor): Promise<void> {
    await this.own.demand(actor, password);
    if (await this.findOf(actor.id)) throw new AlreadyLinked();
  }

  /** It opens nothing any more, until they link it again themselves. @throws WrongPassword 400, TooManySignIns 429, NotLinked 409 */
  async unlink(password: string, actor: Actor): Promise<void> {
    await this.own.demand(actor, password);
    await this.transaction.run(async () => {
      const { affected } = await this.rows.update({ userId: actor.id, unlinkedAt: IsNull() }, { unlinkedAt: now() });
      if (!affected) throw new NotLinked();
      await this.outbox.record(new IdentityUnlinked({ id: actor.id }, actor));
    });
  }

  private async link(userId: string, { issuer, subject, email }: Shown): Promise<void> {
    const identity = { userId, issuer, subject, email, linkedAt: now(), lastUsedAt: null, unlinkedAt: null };
    await this.rows.upsert(identity, ['userId']);
    await this.outbox.record(new IdentityLinked({ id: userId }, { id: userId }, { issuer, email }));
  }

  private get rows() {
    return this.transaction.manager.getRepository(OidcIdentity);
  }
}

const now = () => new Date();
