import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { Transaction } from '../../../platform/database/transaction';
import { VersionedRepository } from '../../../platform/database/versioned.repository';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { visibleTo } from '../../orders/order-scope';
import { LineOutput } from './line-output.entity';
import { OUTPUT_STATES, type OutputState } from './pace';

/** What a line of the cockpit may be picked out by, beside its state. */
export const OUTPUT_SIGNS = ['idle', 'loss_over'] as const;

export const lineOutputList: ListDefinition = {
  alias: 'output',
  filters: {
    orderId: { kind: 'id', column: 'output.orderId' },
    orderLineId: { kind: 'id', column: 'output.orderLineId' },
    merchandiserId: { kind: 'id', column: 'order.merchandiserId' },
    state: { kind: 'choice', column: 'output.state', values: OUTPUT_STATES },
    sign: {
      kind: 'custom',
      values: OUTPUT_SIGNS,
      where: `(('idle' IN (:values) AND output.idleDays > 0) OR ('loss_over' IN (:values) AND output.lossOver))`,
      description: 'Nothing entered since yesterday, or more lost than planned.',
    },
  },
  search: ['order.searchText'],
  ordering: { lateDays: 'output.lateDays', lastEntryOn: 'output.lastEntryOn', createdAt: 'output.createdAt' },
  defaultOrdering: '-lateDays',
};

export type OutputCounts = Record<OutputState | 'idle' | 'lossOver', number>;

@Injectable()
export class LineOutputsRepository extends VersionedRepository<LineOutput> {
  constructor(transaction: Transaction) {
    super(transaction, LineOutput);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<LineOutput>> {
    const query = this.visible(actor)
      .addSelect([
        'order.id',
        'order.orderNumber',
        'order.customerName',
        'order.buyerName',
        'order.millName',
        'order.etd',
      ])
      .addSelect([
        'line.id',
        'line.colorName',
        'line.colorCode',
        'line.cadName',
        'line.cadCode',
        'line.millName',
        'line.etd',
      ])
      .innerJoin('line.style', 'style')
      .addSelect(['style.id', 'style.styleNumber']);
    return paginate(query, lineOutputList, asked);
  }

  /** How many lines are in each state, and how many want looking at. One statement. */
  async counts(actor: Actor): Promise<OutputCounts> {
    const count = (condition: string) => `count(*) FILTER (WHERE ${condition})::int`;
    const query = this.visible(actor);
    query.select(count(`output.state = 'late'`), 'late');
    for (const state of ['at_pace', 'waiting', 'done'] as const)
      query.addSelect(count(`output.state = '${state}'`), state);
    query.addSelect(count('output.idleDays > 0'), 'idle').addSelect(count('output.lossOver'), 'lossOver');
    return (await query.getRawOne<OutputCounts>()) as OutputCounts;
  }

  /** What is reckoned takes the place of what was known of these lines. */
  async put(outputs: LineOutput[]): Promise<void> {
    if (!outputs.length) return;
    const { columns } = this.rows.metadata;
    const fixed = ['id', 'createdAt', 'orderLineId', 'rowVersion'];
    const written = columns
      .filter(({ propertyName }) => !fixed.includes(propertyName))
      .map((each) => each.databaseName);
    await this.rows
      .createQueryBuilder()
      .insert()
      .values(outputs as QueryDeepPartialEntity<LineOutput>[])
      .orUpdate(written, ['order_line_id'])
      .updateEntity(false)
      .execute();
  }

  /** Open lines that were not reckoned on this day, in the order of their keys: the next `limit` after `after`. */
  async unreckoned(day: Day, after: string, limit: number): Promise<string[]> {
    const rows = await this.transaction.manager.query<{ id: string }[]>(
      `SELECT line.id FROM order_lines line
         JOIN orders ON orders.id = line.order_id AND orders.deleted_at IS NULL
         LEFT JOIN line_outputs output ON output.order_line_id = line.id
        WHERE line.deleted_at IS NULL AND line.status NOT IN ('completed', 'archived') AND line.id > $2
          AND (output.id IS NULL OR output.reckoned_on < $1)
        ORDER BY line.id LIMIT $3`,
      [day, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Lines that are done with are not read here again; those that are open are to be found among their like. */
  async forgetClosed(): Promise<void> {
    await this.transaction.manager.query(
      `DELETE FROM line_outputs o USING order_lines l WHERE l.id = o.order_line_id AND l.status IN ('completed', 'archived')`,
    );
  }

  /** Of lines that are still being made. */
  private visible(actor: Actor) {
    const query = this.rows
      .createQueryBuilder('output')
      .innerJoin('output.order', 'order')
      .innerJoin('output.orderLine', 'line');
    return visibleTo(query, actor, 'production.read').andWhere(`line.status NOT IN ('completed', 'archived')`);
  }
}
