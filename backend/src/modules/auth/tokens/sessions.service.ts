import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { Outbox } from '../../../platform/events/outbox';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../access/actor';
import { SessionsEnded } from '../auth.events';
import { UsersRepository } from '../users/users.repository';
import { SessionRegistry } from './session-registry';
import { Session } from './session.entity';

export const sessionList: ListDefinition = {
  alias: 'session',
  filters: {},
  search: ['session.userAgent', 'session.address'],
  ordering: { lastUsedAt: 'session.lastUsedAt', createdAt: 'session.createdAt' },
  defaultOrdering: '-lastUsedAt',
};

/** Where a person is signed in, and the end of it. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly transaction: Transaction,
    private readonly registry: SessionRegistry,
    private readonly users: UsersRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Those that are still good. @throws ResourceNotFound 404 for nobody's */
  async list(userId: string, asked: ListQuery): Promise<Page<Session>> {
    await this.users.get(userId);
    const query = this.transaction.manager
      .createQueryBuilder(Session, 'session')
      .where('session.userId = :userId AND session.revokedAt IS NULL AND session.expiresAt > now()', { userId });
    return paginate(query, sessionList, asked);
  }

  /** One that has ended before stays so. @throws ResourceNotFound 404 for what is not this person's */
  async end(userId: string, sessionId: string, actor: Actor): Promise<void> {
    const isTheirs = await this.transaction.manager.existsBy(Session, { id: sessionId, userId });
    if (!isTheirs) throw new ResourceNotFound('session');
    await this.endThose(userId, 's.id = $2', sessionId, actor);
  }

  /** All of the person's own but the one that asks. */
  endOthers(actor: Actor): Promise<void> {
    return this.endThose(actor.id, 's.id <> $2', actor.sessionId, actor);
  }

  /** @throws ResourceNotFound 404 for nobody's */
  async endAll(userId: string, actor: Actor): Promise<void> {
    await this.users.get(userId);
    await this.endThose(userId, '$2::text IS NULL', null, actor);
  }

  private async endThose(userId: string, which: string, parameter: string | null, actor: Actor): Promise<void> {
    await this.transaction.run(async () => {
      const [ended] = await this.transaction.manager.query<[{ id: string }[], number]>(
        `UPDATE sessions s SET revoked_at = now()
          WHERE s.user_id = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND ${which} RETURNING s.id`,
        [userId, parameter],
      );
      const sessionIds = ended.map(({ id }) => id);
      if (sessionIds.length) await this.outbox.record(new SessionsEnded({ id: userId }, actor, { sessionIds }));
    });
    this.registry.forgetUser(userId);
  }
}
