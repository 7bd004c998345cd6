import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { readByTurns } from '../../../../platform/database/read-by-turns';
import { readRecordsOf } from '../../../../platform/database/snapshot';
import { Transaction } from '../../../../platform/database/transaction';
import { applyFilters, type ListQuery } from '../../../../platform/listing/list-definition';
import { applyOrdering } from '../../../../platform/listing/page';
import type { Actor } from '../../../auth/access/actor';
import { Order } from '../../../orders/order/order.entity';
import { orderList } from '../../../orders/order/orders.repository';
import { visibleTo } from '../../../orders/order-scope';
import type { CsvRows, Sheet, SheetSource } from '../sheet';
import { ORDER_CSV, ORDER_ROWS, orderCame } from './orders.columns';
import { readCsv } from './written-columns';

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

  private rows(asked: ListQuery, actor: Actor, statuses: string[] | null): AsyncGenerator<string[]> {
    return readByTurns(this.transaction, this.ids(asked, actor), BATCH, (reader, ids) =>
      readRecordsOf(reader, 'export_orders', ORDER_ROWS, [ids, statuses]),
    );
  }

  private csv(asked: ListQuery, actor: Actor, statuses: string[] | null): AsyncGenerator<CsvRows> {
    const mark = randomUUID();
    return readByTurns(this.transaction, this.ids(asked, actor), BATCH, (reader, ids) =>
      readCsv(reader, ['export_orders_csv', ORDER_CSV], [ids, statuses, mark], orderCame),
    );
  }

  private ids(asked: ListQuery, actor: Actor): [sql: string, parameters: unknown[]] {
    return applyOrdering(this.orders(asked, actor), orderList, asked).getQueryAndParameters();
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
