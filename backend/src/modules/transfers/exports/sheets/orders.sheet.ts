import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { readPrepared } from '../../../../platform/database/prepared-read';
import { inBatches, readRecordsOf } from '../../../../platform/database/snapshot';
import { Transaction } from '../../../../platform/database/transaction';
import { applyFilters, type ListQuery } from '../../../../platform/listing/list-definition';
import { applyOrdering } from '../../../../platform/listing/page';
import type { Actor } from '../../../auth/access/actor';
import { Order } from '../../../orders/order/order.entity';
import { orderList } from '../../../orders/order/orders.repository';
import { visibleTo } from '../../../orders/order-scope';
import type { CsvRows, Sheet, SheetSource } from '../sheet';
import { ORDER_CSV, ORDER_ROWS, type OrderCsv, orderCsv } from './orders.columns';

/** Orders whose lines are read at once. */
const BATCH = 200;

/** One row a line, as the list of orders shows it; with a status asked for, only the lines that have it. */
@Injectable()
export class OrdersSheet implements SheetSource {
  readonly list = orderList;
  readonly capability = 'order.read';

  constructor(private readonly transaction: Transaction) {}

  open(asked: ListQuery, actor: Actor): Promise<Sheet> {
    const statuses = asked.filters['status'] ?? null;
    return Promise.resolve({
      name: 'Orders',
      title: [],
      otherSteps: [],
      frozenColumns: 4,
      count: () => this.count(asked, actor, statuses),
      batches: () => this.rows(asked, actor, statuses),
      csv: () => this.csv(asked, actor, statuses),
    });
  }

  private async *rows(asked: ListQuery, actor: Actor, statuses: string[] | null): AsyncGenerator<string> {
    for await (const ids of this.ids(asked, actor))
      yield await readRecordsOf(this.transaction, 'export_orders', ORDER_ROWS, [ids, statuses]);
  }

  private async *csv(asked: ListQuery, actor: Actor, statuses: string[] | null): AsyncGenerator<CsvRows> {
    const mark = randomUUID();
    for await (const ids of this.ids(asked, actor)) {
      const values = [ids, statuses, mark];
      const [found] = await readPrepared<OrderCsv>(this.transaction, 'export_orders_csv', ORDER_CSV, values);
      if (found) yield { rows: found.rows, text: orderCsv(found, mark) };
    }
  }

  private async *ids(asked: ListQuery, actor: Actor): AsyncGenerator<string[]> {
    const ordered = applyOrdering(this.orders(asked, actor), orderList, asked);
    for await (const batch of inBatches<{ id: string }>(this.transaction, ordered.getQueryAndParameters(), BATCH))
      yield batch.map(({ id }) => id);
  }

  private async count(asked: ListQuery, actor: Actor, statuses: string[] | null): Promise<number> {
    const [orders, parameters] = this.orders(asked, actor).getQueryAndParameters();
    const [counted] = await this.transaction.manager.query<{ rows: string }[]>(
      `SELECT count(*) AS rows FROM (${orders}) o
         LEFT JOIN order_lines l ON l.order_id = o.id AND l.deleted_at IS NULL
        WHERE l.id IS NULL OR $${parameters.length + 1}::text[] IS NULL OR l.status = ANY($${parameters.length + 1})`,
      [...parameters, statuses],
    );
    return Number(counted?.rows);
  }

  private orders(asked: ListQuery, actor: Actor) {
    const query = this.transaction.manager
      .createQueryBuilder(Order, 'order')
      .select('order.id', 'id')
      .leftJoin('order.merchandiser', 'merchandiser');
    return applyFilters(visibleTo(query, actor, this.capability), orderList, asked);
  }
}
