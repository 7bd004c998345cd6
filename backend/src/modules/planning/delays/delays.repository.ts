import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { Transaction } from '../../../platform/database/transaction';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { applyFilters, type ListDefinition, type ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { visibleTo } from '../../orders/order-scope';
import { STEP, type StepKey } from '../milestone.vocabulary';
import { Delay } from './delay.entity';
import { SLIP_PARTIES, SLIP_SOURCES, type Blamed } from './delay.vocabulary';

export const delayList: ListDefinition = {
  alias: 'delay',
  filters: {
    orderId: { kind: 'id', column: 'delay.orderId' },
    orderLineId: { kind: 'id', column: 'delay.orderLineId' },
    merchandiserId: { kind: 'id', column: 'order.merchandiserId' },
    party: { kind: 'choice', column: 'delay.party', values: SLIP_PARTIES },
    partyName: { kind: 'contains', column: 'delay.partyName' },
    step: {
      kind: 'custom',
      where: 'delay.step IN (:values)',
      known: STEP,
      description: 'A key of a step; may be repeated.',
    },
    source: { kind: 'choice', column: 'delay.source', values: SLIP_SOURCES },
    happenedFrom: { kind: 'dayFrom', column: 'delay.happenedOn' },
    happenedTo: { kind: 'dayTo', column: 'delay.happenedOn' },
  },
  search: ['order.searchText', 'delay.partyName', 'delay.reason'],
  ordering: { createdAt: 'delay.createdAt', happenedOn: 'delay.happenedOn', workingDays: 'delay.workingDays' },
  defaultOrdering: '-createdAt',
};

/** What a party has of the ledger. */
export type PartyTotal = Blamed & { workingDays: number; entries: number; orders: number };

/** More parties than a house has. */
const MOST_PARTIES = 200;

/** The ledger of days that were lost: entries are added, and that is all. */
@Injectable()
export class DelaysRepository {
  constructor(private readonly transaction: Transaction) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<Delay>> {
    return paginate(this.visible(actor, 'delay.read'), delayList, asked);
  }

  /** What each party has, of the entries that are asked for; the most days first. One statement. */
  async totals(asked: ListQuery, actor: Actor): Promise<PartyTotal[]> {
    const query = this.rows.createQueryBuilder('delay').innerJoin('delay.order', 'order');
    const rows = await applyFilters(visibleTo(query, actor, 'delay.read'), delayList, asked)
      .select('delay.party', 'party')
      .addSelect('min(delay.partyName)', 'partyName')
      .addSelect('sum(delay.workingDays)', 'workingDays')
      .addSelect('count(*)', 'entries')
      .addSelect('count(DISTINCT delay.orderId)', 'orders')
      .groupBy('delay.party')
      .addGroupBy('lower(trim(delay.partyName))')
      .having('sum(delay.workingDays) <> 0')
      .orderBy('sum(delay.workingDays)', 'DESC')
      .addOrderBy('delay.party')
      .limit(MOST_PARTIES)
      .getRawMany<Blamed & Record<'workingDays' | 'entries' | 'orders', string>>();
    return rows.map(({ party, partyName, ...counts }) => ({
      party,
      partyName,
      workingDays: Number(counts.workingDays),
      entries: Number(counts.entries),
      orders: Number(counts.orders),
    }));
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<Delay> {
    const row = await this.visible(actor, 'delay.book').andWhere('delay.id = :id', { id }).getOne();
    if (!row) throw new ResourceNotFound('delay');
    return row;
  }

  ofStep(orderLineId: string, step: StepKey): Promise<Delay[]> {
    return this.rows.find({ where: { orderLineId, step }, order: { id: 'ASC' } });
  }

  ofIncident(incidentId: string): Promise<Delay[]> {
    return this.rows.find({ where: { incidentId }, order: { id: 'ASC' } });
  }

  /** Whether an entry takes this one back. */
  isTakenBack(id: string): Promise<boolean> {
    return this.rows.existsBy({ undoesId: id });
  }

  async append(...entries: Delay[]): Promise<void> {
    if (entries.length) await this.rows.insert(entries as QueryDeepPartialEntity<Delay>[]);
  }

  private get rows() {
    return this.transaction.manager.getRepository(Delay);
  }

  private visible(actor: Actor, capability: Capability): SelectQueryBuilder<Delay> {
    const query = this.rows
      .createQueryBuilder('delay')
      .innerJoinAndSelect('delay.order', 'order')
      .leftJoinAndSelect('delay.orderLine', 'line')
      .leftJoinAndSelect('line.style', 'style')
      .leftJoinAndSelect('delay.bookedBy', 'person');
    return visibleTo(query, actor, capability);
  }
}
