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

const FORECAST_FIELDS = [
  'id',
  'forecastOn',
  'p80On',
  'slackDays',
  'urgency',
  'chain',
  'cause',
  'steps',
  'reckonedOn',
] as const;

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

  /** Writes what was forecast of these plans, in one statement; their steps and days are others' to write. */
  async saveForecasts(plans: readonly LinePlan[]): Promise<void> {
    await this.transaction.manager.query(
      `UPDATE line_plans p SET forecast_on = f."forecastOn", p80_on = f."p80On", slack_days = f."slackDays", urgency = f.urgency,
         chain = f.chain, cause = f.cause, steps = f.steps, reckoned_on = f."reckonedOn", row_version = p.row_version + 1, updated_at = now()
       FROM jsonb_to_recordset($1::jsonb) AS f (id uuid, "forecastOn" date, "p80On" date, "slackDays" int, urgency text, chain jsonb, cause jsonb,
         steps jsonb, "reckonedOn" date)
       WHERE p.id = f.id`,
      [
        JSON.stringify(
          plans.map((plan) => FORECAST_FIELDS.map((field) => [field, plan[field]])).map(Object.fromEntries),
        ),
      ],
    );
  }

  /** Of lines that are still to leave: what was forecast of them holds no longer on this day. */
  async forgetReckoning(day: Day): Promise<void> {
    await this.transaction.manager.query(
      `UPDATE line_plans p SET reckoned_on = $1::date - 1 FROM order_lines l
       WHERE l.id = p.order_line_id AND l.status NOT IN ('completed', 'archived') AND p.reckoned_on >= $1`,
      [day],
    );
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
