import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { VersionedRepository } from '../../../platform/database/versioned.repository';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { visibleTo } from '../../orders/order-scope';
import { URGENCIES } from '../schedule/forecast';
import { LinePlan } from './line-plan.entity';

export const linePlanList: ListDefinition = {
  alias: 'plan',
  filters: {
    orderId: { kind: 'id', column: 'plan.orderId' },
    merchandiserId: { kind: 'id', column: 'order.merchandiserId' },
    urgency: { kind: 'choice', column: 'plan.urgency', values: URGENCIES },
    forecastFrom: { kind: 'dayFrom', column: 'plan.forecastOn' },
    forecastTo: { kind: 'dayTo', column: 'plan.forecastOn' },
  },
  search: ['order.searchText'],
  ordering: { slackDays: 'plan.slackDays', forecastOn: 'plan.forecastOn', createdAt: 'plan.createdAt' },
  defaultOrdering: 'slackDays',
};

@Injectable()
export class LinePlansRepository extends VersionedRepository<LinePlan> {
  constructor(transaction: Transaction) {
    super(transaction, LinePlan);
  }

  /** Of lines that are still to leave. */
  list(asked: ListQuery, actor: Actor): Promise<Page<LinePlan>> {
    const query = this.rows
      .createQueryBuilder('plan')
      .innerJoinAndSelect('plan.order', 'order')
      .leftJoinAndSelect('order.merchandiser', 'merchandiser')
      .leftJoinAndSelect('plan.template', 'template')
      .innerJoinAndSelect('plan.orderLine', 'line')
      .innerJoinAndSelect('line.style', 'style');
    return paginate(
      visibleTo(query, actor, 'milestone.read').andWhere(
        `plan.slackDays IS NOT NULL AND line.status NOT IN ('completed', 'archived')`,
      ),
      linePlanList,
      asked,
    );
  }

  findOf(orderLineId: string): Promise<LinePlan | null> {
    return this.rows
      .createQueryBuilder('plan')
      .leftJoinAndSelect('plan.template', 'template')
      .where('plan.orderLineId = :orderLineId', { orderLineId })
      .getOne();
  }

  ofLines(orderLineIds: readonly string[]): Promise<LinePlan[]> {
    if (!orderLineIds.length) return Promise.resolve([]);
    return this.rows
      .createQueryBuilder('plan')
      .where('plan.orderLineId IN (:...orderLineIds)', { orderLineIds })
      .getMany();
  }

  /** Lines whose forecast is not of this day, in the order of their keys: the next `limit` after `after`. */
  async unreckoned(day: Day, after: string, limit: number): Promise<string[]> {
    const rows = await this.rows
      .createQueryBuilder('plan')
      .select('plan.orderLineId', 'id')
      .innerJoin('plan.orderLine', 'line', `line.status NOT IN ('completed', 'archived')`)
      .where('plan.reckonedOn < :day AND plan.orderLineId > :after', { day, after })
      .orderBy('plan.orderLineId')
      .limit(limit)
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }
}
