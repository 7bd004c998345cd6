import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { Transaction } from '../../../platform/database/transaction';
import { VersionedRepository } from '../../../platform/database/versioned.repository';
import { applyFilters, CURRENCY, type ListDefinition, type ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { scopeOf } from '../../auth/access/capabilities';
import { visibleTo } from '../../orders/order-scope';
import { ORDER_CATEGORIES } from '../../orders/vocabulary';
import { OrderProfit } from './order-profit.entity';
import type { CurrencyProfit } from './profit.rules';

export const profitList: ListDefinition = {
  alias: 'profit',
  filters: {
    currency: {
      kind: 'custom',
      where: 'profit.currency IN (:values)',
      known: CURRENCY,
      description: 'Amounts in this currency: `USD`.',
    },
    category: { kind: 'choice', column: 'order.category', values: ORDER_CATEGORIES },
    merchandiserId: { kind: 'id', column: 'order.merchandiserId' },
    customerName: { kind: 'contains', column: 'order.customerName' },
    orderDateFrom: { kind: 'dayFrom', column: 'order.orderDate' },
    orderDateTo: { kind: 'dayTo', column: 'order.orderDate' },
    etdFrom: { kind: 'dayFrom', column: 'order.earliestEtd' },
    etdTo: { kind: 'dayTo', column: 'order.earliestEtd' },
    atALoss: {
      kind: 'custom',
      values: ['true', 'false'],
      where: '(profit.potentialProfit < 0)::text IN (:values)',
      description: 'true: what it may earn is below nothing.',
    },
    unpriced: {
      kind: 'custom',
      values: ['true', 'false'],
      where: '(profit.unpricedLines > 0)::text IN (:values)',
      description: 'true: a line has no profit, for want of a price.',
    },
  },
  search: ['order.searchText'],
  ordering: {
    value: 'profit.value',
    potentialProfit: 'profit.potentialProfit',
    realizedValue: 'profit.realizedValue',
    realizedProfit: 'profit.realizedProfit',
    createdAt: 'profit.createdAt',
  },
  defaultOrdering: '-potentialProfit',
};

/** What the orders of one currency come to. */
export interface ProfitTotal extends CurrencyProfit {
  orders: number;
}

@Injectable()
export class OrderProfitsRepository extends VersionedRepository<OrderProfit> {
  constructor(transaction: Transaction) {
    super(transaction, OrderProfit);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<OrderProfit>> {
    const query = this.visible(actor)
      .addSelect(['order.id', 'order.orderNumber', 'order.customerName', 'order.buyerName', 'order.status'])
      .addSelect(['order.orderDate', 'order.earliestEtd'])
      .leftJoin('order.merchandiser', 'merchandiser')
      .addSelect(['merchandiser.id', 'merchandiser.fullName']);
    const seesAll = scopeOf(actor.role, 'profit.read') === 'house';
    return paginate(query, profitList, asked, seesAll ? () => this.countAll() : null);
  }

  /** All but those of the few orders in the trash. */
  private async countAll(): Promise<number> {
    const [counted] = await this.transaction.manager.query<{ total: string }[]>(
      `SELECT (SELECT count(*) FROM order_profits) - (SELECT count(*) FROM orders o JOIN order_profits p ON p.order_id = o.id
         WHERE o.deleted_at IS NOT NULL) AS total`,
    );
    return Number(counted?.total);
  }

  /** Of what the list shows on all its pages, a currency each. One statement. */
  totals(asked: ListQuery, actor: Actor): Promise<ProfitTotal[]> {
    const query = applyFilters(this.visible(actor), profitList, asked)
      .select('profit.currency', 'currency')
      .addSelect('count(*)::int', 'orders')
      .addSelect('sum(profit.unpricedLines)::int', 'unpricedLines');
    for (const figure of ['value', 'potentialProfit', 'realizedValue', 'realizedProfit'])
      query.addSelect(`sum(profit.${figure})`, figure);
    return query.groupBy('profit.currency').orderBy('profit.currency').getRawMany<ProfitTotal>();
  }

  /** What is reckoned takes the place of what was known of this order. */
  async put(orderId: string, profits: readonly CurrencyProfit[]): Promise<void> {
    const currencies = profits.map(({ currency }) => currency);
    await this.transaction.manager.query('DELETE FROM order_profits WHERE order_id = $1 AND currency <> ALL($2)', [
      orderId,
      currencies,
    ]);
    if (!profits.length) return;
    const rows = profits.map((profit) => Object.assign(new OrderProfit(), { orderId, ...profit, deletedAt: null }));
    await this.rows
      .createQueryBuilder()
      .insert()
      .values(rows as QueryDeepPartialEntity<OrderProfit>[])
      .orUpdate(
        ['value', 'potential_profit', 'realized_value', 'realized_profit', 'unpriced_lines', 'updated_at'],
        ['order_id', 'currency'],
      )
      .updateEntity(false)
      .execute();
  }

  /** Orders of which nothing was reckoned, in the order of their keys: the next `limit` after `after`. */
  async unreckoned(after: string, limit: number): Promise<string[]> {
    const rows = await this.transaction.manager.query<{ id: string }[]>(
      `SELECT o.id FROM orders o
        WHERE o.deleted_at IS NULL AND o.id > $1 AND NOT EXISTS (SELECT 1 FROM order_profits p WHERE p.order_id = o.id)
          AND CASE WHEN EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = o.id AND l.deleted_at IS NULL)
            THEN EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = o.id AND l.deleted_at IS NULL AND l.quantity IS NOT NULL)
            ELSE o.quantity IS NOT NULL AND o.unit IS NOT NULL END
        ORDER BY o.id LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }

  private visible(actor: Actor) {
    const query = this.rows.createQueryBuilder('profit').innerJoin('profit.order', 'order');
    return visibleTo(query, actor, 'profit.read');
  }
}
