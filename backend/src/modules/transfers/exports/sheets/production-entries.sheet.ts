import { Injectable } from '@nestjs/common';
import { recordsInBatches } from '../../../../platform/database/snapshot';
import { Transaction } from '../../../../platform/database/transaction';
import { applyFilters, type ListQuery } from '../../../../platform/listing/list-definition';
import { applyOrdering } from '../../../../platform/listing/page';
import type { Actor } from '../../../auth/access/actor';
import { visibleTo } from '../../../orders/order-scope';
import { productionEntryList } from '../../../production/entries/entries.repository';
import { ProductionEntry } from '../../../production/entries/entry.entity';
import type { Sheet, SheetSource } from '../sheet';
import { ENTRY_FIELDS } from './production-entries.columns';

const BATCH = 1000;

/** What was entered, one row a line, stage and day; of what was corrected the entry that counts. */
@Injectable()
export class ProductionEntriesSheet implements SheetSource {
  readonly list = productionEntryList;
  readonly capability = 'production.read';

  constructor(private readonly transaction: Transaction) {}

  open(asked: ListQuery, actor: Actor): Promise<Sheet> {
    return Promise.resolve({
      name: 'Production by line',
      title: [],
      otherSteps: [],
      frozenColumns: 2,
      count: () => this.entries(asked, actor).getCount(),
      batches: () => {
        const rows = this.entries(asked, actor)
          .leftJoin('entry.orderLine', 'line')
          .leftJoin('line.style', 'style')
          .leftJoin('order.merchandiser', 'merchandiser')
          .leftJoin('entry.createdBy', 'person')
          .select([]);
        for (const [name, property] of Object.entries(ENTRY_FIELDS)) rows.addSelect(property, name);
        const ordered = applyOrdering(rows, productionEntryList, asked);
        return recordsInBatches(this.transaction, ordered.getQueryAndParameters(), Object.keys(ENTRY_FIELDS), BATCH);
      },
    });
  }

  private entries(asked: ListQuery, actor: Actor) {
    const query = this.transaction.manager
      .createQueryBuilder(ProductionEntry, 'entry')
      .innerJoin('entry.order', 'order');
    const visible = visibleTo(query, actor, this.capability).andWhere('entry.isCurrent');
    return applyFilters(visible, productionEntryList, asked);
  }
}
