import { Injectable } from '@nestjs/common';
import { inBatches } from '../../../../platform/database/snapshot';
import { Transaction } from '../../../../platform/database/transaction';
import { applyFilters, type ListQuery } from '../../../../platform/listing/list-definition';
import { applyOrdering } from '../../../../platform/listing/page';
import type { Day } from '../../../../platform/values/day';
import { quantityText } from '../../../../platform/values/quantity';
import { unitWord } from '../../../../platform/values/words';
import type { Actor } from '../../../auth/access/actor';
import { visibleTo } from '../../../orders/order-scope';
import { ProductionMetric } from '../../../production/metric.entity';
import { productionMetricList } from '../../../production/metrics.repository';
import { cellsOf, day, number, text, type Column, type Sheet, type SheetSource } from '../sheet';

const BATCH = 1000;

interface Row {
  orderNumber: string;
  customerName: string;
  merchandiser: string | null;
  date: Day;
  unit: string;
  knitted: string;
  dyed: string;
  finished: string;
  notes: string | null;
}

const COLUMNS: readonly Column<Row>[] = [
  day('Day', (row) => row.date),
  text('Order no.', 18, (row) => row.orderNumber),
  text('Customer', 22, (row) => row.customerName),
  text('Merchandiser', 18, (row) => row.merchandiser),
  number('Knitted', 12, (row) => quantityText(row.knitted)),
  number('Dyed', 12, (row) => quantityText(row.dyed)),
  number('Finished', 12, (row) => quantityText(row.finished)),
  text('Unit', 7, (row) => unitWord(row.unit)),
  text('Notes', 40, (row) => row.notes),
];

/** What mills put out, one row an order and day. */
@Injectable()
export class ProductionDaysSheet implements SheetSource {
  readonly list = productionMetricList;
  readonly capability = 'production.read';

  constructor(private readonly transaction: Transaction) {}

  open(asked: ListQuery, actor: Actor): Promise<Sheet> {
    return Promise.resolve({
      name: 'Production by day',
      title: [],
      headings: COLUMNS,
      frozenColumns: 2,
      count: () => this.days(asked, actor).getCount(),
      batches: () => {
        const rows = this.days(asked, actor)
          .leftJoin('order.merchandiser', 'merchandiser')
          .select('metric.date', 'date')
          .addSelect('order.orderNumber', 'orderNumber')
          .addSelect('order.customerName', 'customerName')
          .addSelect('merchandiser.fullName', 'merchandiser')
          .addSelect('metric.unit', 'unit')
          .addSelect('metric.knittedQuantity', 'knitted')
          .addSelect('metric.dyedQuantity', 'dyed')
          .addSelect('metric.finishedQuantity', 'finished')
          .addSelect('metric.notes', 'notes');
        const ordered = applyOrdering(rows, productionMetricList, asked);
        return cellsOf(COLUMNS, inBatches<Row>(this.transaction, ordered, BATCH));
      },
    });
  }

  private days(asked: ListQuery, actor: Actor) {
    const query = this.transaction.manager
      .createQueryBuilder(ProductionMetric, 'metric')
      .innerJoin('metric.order', 'order');
    return applyFilters(visibleTo(query, actor, this.capability), productionMetricList, asked);
  }
}
