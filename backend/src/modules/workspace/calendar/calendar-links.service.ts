import { Inject, Injectable } from '@nestjs/common';
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { Actor } from '../../auth/access/actor';
import type { User } from '../../auth/users/user.entity';
import { CalendarLink } from './calendar-link.entity';

/** Links that stand in for a sign-in, one a person: their id under a signature made with a key of its own. */
@Injectable()
export class CalendarLinks {
  private readonly secrets: Buffer[];

  constructor(
    private readonly transaction: Transaction,
    @Inject(CONFIG) { SECRET_KEY, SECRET_KEY_FALLBACKS }: Config,
  ) {
    this.secrets = [SECRET_KEY, ...SECRET_KEY_FALLBACKS].map((secret) =>
      Buffer.from(hkdfSync('sha256', secret, '', 'provabook calendar links', 32)),
    );
  }

  of(actor: Actor): Promise<CalendarLink | null> {
    return this.rows.findOneBy({ userId: actor.id });
  }

  /** In the place of the one there was, which ends. */
  make(actor: Actor): Promise<CalendarLink> {
    return this.transaction.run(async () => {
      const link = Object.assign(new CalendarLink(), { userId: actor.id, createdAt: new Date() });
      await this.rows.upsert({ id: link.id, userId: link.userId, createdAt: link.createdAt }, ['userId']);
      return link;
    });
  }

  async end(actor: Actor): Promise<void> {
    await this.rows.delete({ userId: actor.id });
  }

  keyOf({ id }: CalendarLink): string {
    return `${id}.${this.signatures(id)[0]}`;
  }

  /** Whose calendar this key opens. @throws ResourceNotFound 404 where it was ended, forged, or its person has left */
  async holderOf(key: string): Promise<User> {
    const [id = '', claimed = ''] = key.split('.');
    if (!this.signatures(id).some((signature) => isSame(signature, claimed))) throw new ResourceNotFound('calendar');
    const link = await this.rows
      .createQueryBuilder('link')
      .innerJoinAndSelect('link.user', 'user', 'user.isActive')
      .where({ id })
      .getOne();
    if (!link) throw new ResourceNotFound('calendar');
    return link.user;
  }

  private signatures(id: string): string[] {
    return this.secrets.map((secret) => createHmac('sha256', secret).update(id).digest('base64url'));
  }

  private get rows() {
    return this.transaction.manager.getRepository(CalendarLink);
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
