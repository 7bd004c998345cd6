import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../platform/listing/list-definition';
import { paginate, type Page } from '../../platform/listing/page';
import type { Day } from '../../platform/values/day';
import type { Actor } from '../auth/access/actor';
import type { Capability } from '../auth/access/capabilities';
import { trashedOf, visibleTo } from '../orders/order-scope';
import type { OrderDay } from './entries/entries.repository';
import { ProductionMetric } from './metric.entity';
import { type OutputTotal, STAGES_OF_OUTPUT } from './output';

export const productionMetricList: ListDefinition = {
  alias: 'metric',
  filters: {
    orderId: { kind: 'id', column: 'metric.orderId' },
    dateFrom: { kind: 'dayFrom', column: 'metric.date' },
    dateTo: { kind: 'dayTo', column: 'metric.date' },
    stage: {
      kind: 'custom',
      where: `(${STAGES_OF_OUTPUT.map((stage) => `'${stage}' IN (:values) AND metric.${stage}Quantity > 0`).join(' OR ')})`,
      values: STAGES_OF_OUTPUT,
      description: 'Days with output of this stage; may be repeated.',
    },
  },
  search: ['order.searchText'], // lower case, indexed; holds the order number and the customer
  ordering: { date: 'metric.date', createdAt: 'metric.createdAt' },
  defaultOrdering: '-date',
};

/** All output of an order in one unit, and the days it was made on. */
export type OutputInUnit = OutputTotal & { days: number; firstDate: Day; lastDate: Day };

@Injectable()
export class ProductionMetricsRepository extends VersionedRepository<ProductionMetric> {
  constructor(transaction: Transaction) {
    super(transaction, ProductionMetric);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<ProductionMetric>> {
    return paginate(this.visible(actor, 'production.read'), productionMetricList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<ProductionMetric> {
    const metric = await this.visible(actor, 'production.read').andWhere('metric.id = :id', { id }).getOne();
    if (!metric) throw new ResourceNotFound('production metric');
    return metric;
  }

  /** Locks its order, then the row. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<ProductionMetric> {
    const metric = await this.visible(actor, 'production.write')
      .andWhere('metric.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'metric'])
      .getOne();
    if (!metric) throw new ResourceNotFound('production metric');
    expectVersion(metric, expected);
    return metric;
  }

  /** The order's row of that day, if it has one. */
  findOfDay(orderId: string, date: Day): Promise<ProductionMetric | null> {
    return this.rows.findOneBy({ orderId, date });
  }

  /** The rows of these days of their orders. */
  ofDays(days: readonly OrderDay[]): Promise<ProductionMetric[]> {
    return this.rows.find({ where: days.map(({ orderId, date }) => ({ orderId, date })) });
  }

  /** For good: of a computed row nothing was typed. */
  async drop({ id }: ProductionMetric): Promise<void> {
    await this.rows.delete({ id });
  }

  /** One row each unit. Quantities are never added across units here. */
  outputOf(orderId: string): Promise<OutputInUnit[]> {
    return this.transaction.manager.query<OutputInUnit[]>(
      `SELECT unit, sum(knitted_quantity) AS knitted, sum(dyed_quantity) AS dyed, sum(finished_quantity) AS finished,
              count(*)::int AS days, min(date) AS "firstDate", max(date) AS "lastDate"
         FROM production_metrics WHERE order_id = $1 AND deleted_at IS NULL GROUP BY unit ORDER BY unit`,
      [orderId],
    );
  }

  /** From the trash, its order not; locked after it. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<ProductionMetric> {
    return trashedOf(this.visible(actor, 'production.write'), id, 'production metric');
  }

  private visible(actor: Actor, capability: Capability) {
    const query = this.rows
      .createQueryBuilder('metric')
      .innerJoin('metric.order', 'order')
      .addSelect(['order.id', 'order.orderNumber', 'order.customerName']);
    return visibleTo(query, actor, capability);
  }
}
