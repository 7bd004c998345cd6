import { Injectable } from '@nestjs/common';
import { recordsInBatches } from '../../../../platform/database/snapshot';
import { Transaction } from '../../../../platform/database/transaction';
import { applyFilters, type ListQuery } from '../../../../platform/listing/list-definition';
import { applyOrdering } from '../../../../platform/listing/page';
import type { Actor } from '../../../auth/access/actor';
import { visibleTo } from '../../../orders/order-scope';
import { ProductionMetric } from '../../../production/metric.entity';
import { productionMetricList } from '../../../production/metrics.repository';
import type { Sheet, SheetSource } from '../sheet';
import { DAY_FIELDS } from './production-days.columns';

const BATCH = 1000;

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
      otherSteps: [],
      frozenColumns: 2,
      count: () => this.days(asked, actor).getCount(),
      batches: () => {
        const rows = this.days(asked, actor).leftJoin('order.merchandiser', 'merchandiser').select([]);
        for (const [name, property] of Object.entries(DAY_FIELDS)) rows.addSelect(property, name);
        const ordered = applyOrdering(rows, productionMetricList, asked);
        return recordsInBatches(this.transaction, ordered.getQueryAndParameters(), Object.keys(DAY_FIELDS), BATCH);
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
