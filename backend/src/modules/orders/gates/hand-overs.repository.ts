import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { today, type Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import type { Holder } from './gate.vocabulary';

/** Somebody said by hand whose turn it is. */
export interface HandOver {
  id: string;
  holder: Holder;
  since: Day;
  notes: string | null;
  handedBy: User | null;
  createdAt: Date;
}

/** What the event of a hand-over tells. */
interface Told {
  holder: Holder;
  since?: Day;
  notes: string | null;
}

const MOST = 200;

/** Hand-overs of gates, which stand in the history of events alone. */
@Injectable()
export class HandOversRepository {
  constructor(
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Of one gate, the last that was recorded first. */
  async ofGate(gateId: string): Promise<HandOver[]> {
    const rows = await this.transaction.manager
      .createQueryBuilder(DomainEventRow, 'event')
      .leftJoinAndMapOne('event.actor', User, 'person', 'person.id = event.actorId')
      .where('event.subjectId = :gateId', { gateId })
      .andWhere(`event.name = 'gate.handed_over'`)
      .orderBy('event.sequence', 'DESC')
      .limit(MOST)
      .getMany();
    return (rows as (DomainEventRow & { actor: User | null })[]).map(({ id, data, actor, occurredAt, recordedAt }) => {
      const { holder, since, notes } = data as unknown as Told;
      const day = since ?? today(this.config.TZ_HOUSE, occurredAt);
      return { id, holder, since: day, notes: notes ?? null, handedBy: actor, createdAt: recordedAt };
    });
  }
}
