import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../../platform/config/config';
import { readByTurns } from '../../../../platform/database/read-by-turns';
import { readRecordsOf } from '../../../../platform/database/snapshot';
import { Transaction } from '../../../../platform/database/transaction';
import { applyFilters, type ListDefinition, type ListQuery } from '../../../../platform/listing/list-definition';
import { applyOrdering } from '../../../../platform/listing/page';
import { today } from '../../../../platform/values/day';
import type { Actor } from '../../../auth/access/actor';
import { OrderLine } from '../../../orders/line/line.entity';
import { orderList } from '../../../orders/order/orders.repository';
import { visibleTo } from '../../../orders/order-scope';
import { KNOWN_STEPS, MILESTONES } from '../../../planning/milestone.vocabulary';
import { planGridList } from '../../../planning/grid/plan-grid.repository';
import { LinePlan } from '../../../planning/plan/line-plan.entity';
import { csvLoose } from '../csv';
import type { Cell, CsvRows, LooseRow, OtherStep, Sheet, SheetSource } from '../sheet';
import { QuantitySum, tnaCame, tnaCsv, tnaRows, type TnaSums } from './tna.columns';
import { readCsv } from './written-columns';

/** Lines whose steps are read at once. */
const BATCH = 200;
/** Steps that get columns of their own, for Postgres has no rows of any width; the house's own stand all in one cell too. */
const MOST_OTHER_STEPS = 500;
/** Buyers that the sheet's head names; of more it says how many. */
const MOST_BUYERS = 8;

/** Each key of a step once, from one to the next in the index: a house has a few dozen of them on millions of steps. */
const KEYS_BESIDE = `
  WITH RECURSIVE keys AS (
    SELECT min(milestone) AS key FROM line_milestones WHERE deleted_at IS NULL
    UNION ALL
    SELECT (SELECT min(milestone) FROM line_milestones WHERE deleted_at IS NULL AND milestone > keys.key)
      FROM keys WHERE keys.key IS NOT NULL)
  SELECT key FROM keys WHERE key <> ALL($1) ORDER BY starts_with(key, 'custom_'), key LIMIT ${MOST_OTHER_STEPS}`;

export const tnaList: ListDefinition = {
  alias: 'line',
  filters: {
    ...orderList.filters,
    ...planGridList.filters,
  },
  search: orderList.search,
  ordering: {
    orderNumber: 'order.orderNumber',
    etd: 'line.etd',
    slackDays: 'plan.slackDays',
    forecastOn: 'plan.forecastOn',
    orderDate: 'order.orderDate',
    customerName: 'order.customerName',
    createdAt: 'order.createdAt',
    updatedAt: 'order.updatedAt',
    sequence: 'line.sequenceNumber',
    part: 'line.part',
  },
  defaultOrdering: 'orderNumber,sequence,part',
};

/** Time and action in the layout of the house's own workbook: what is exported is imported again (docs/domain/exports.md). */
@Injectable()
export class TnaSheet implements SheetSource {
  readonly list = tnaList;
  readonly capability = 'milestone.read';

  constructor(
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async open(asked: ListQuery, actor: Actor): Promise<Sheet> {
    const otherSteps = await this.otherSteps(asked, actor);
    return {
      name: 'T&A',
      title: this.title(await this.buyers(asked, actor)),
      otherSteps,
      frozenColumns: 3,
      count: () => this.lines(asked, actor).getCount(),
      batches: () => this.rows(asked, actor, otherSteps),
      csv: () => this.csv(asked, actor, otherSteps),
    };
  }

  /** The rows above the headings as the house has them; the fourth stays empty. */
  private title(buyers: readonly string[]): LooseRow[] {
    const named = buyers.length > MOST_BUYERS ? `${buyers.length} buyers` : buyers.join(', ');
    const cell = (value: Cell) => ({ value, kind: 'text' as const });
    return [
      [cell(this.config.HOUSE_NAME)],
      [cell(`Buyer: ${named}`)],
      [cell('DATE :'), { value: today(this.config.TZ_HOUSE), kind: 'day' }],
      [],
    ];
  }

  private rows(asked: ListQuery, actor: Actor, others: readonly OtherStep[]): AsyncGenerator<string[]> {
    const [keys, sql] = [others.map(({ key }) => key), tnaRows(others)];
    return readByTurns(this.transaction, this.ids(asked, actor), BATCH, (reader, ids) =>
      readRecordsOf(reader, `export_tna_${others.length}`, sql, [ids, keys]),
    );
  }

  private async *csv(asked: ListQuery, actor: Actor, others: readonly OtherStep[]): AsyncGenerator<CsvRows> {
    const [keys, mark, sum] = [others.map(({ key }) => key), randomUUID(), new QuantitySum()];
    const statement = [`export_tna_csv_${others.length}`, tnaCsv(others)] as const;
    const batches = readByTurns(this.transaction, this.ids(asked, actor), BATCH, (reader, ids) =>
      readCsv<TnaSums>(reader, statement, [ids, keys, mark], tnaCame),
    );
    for await (const batch of batches) {
      sum.add(batch);
      yield batch;
    }
    const total = sum.row();
    if (total) yield { rows: 0, text: csvLoose(total) };
  }

  private ids(asked: ListQuery, actor: Actor): [sql: string, parameters: unknown[]] {
    const ordered = applyOrdering(this.lines(asked, actor).select('line.id', 'id'), tnaList, asked);
    return ordered.getQueryAndParameters();
  }

  /** Steps that these lines have and the house's sheet has no column for: of foreign orders, and the house's own. */
  private async otherSteps(asked: ListQuery, actor: Actor): Promise<OtherStep[]> {
    const found: OtherStep[] = [];
    for (const { key } of await this.transaction.manager.query<{ key: string }[]>(KEYS_BESIDE, [MILESTONES])) {
      const step = await this.lines(asked, actor)
        .innerJoin('line_milestones', 'step', 'step.order_line_id = line.id AND step.deleted_at IS NULL')
        .andWhere('step.milestone = :key', { key })
        .select('step.milestone', 'key')
        .addSelect('step.label', 'label')
        .limit(1)
        .getRawOne<OtherStep>();
      if (step) found.push(step);
    }
    const place = ({ key }: OtherStep) => (KNOWN_STEPS as readonly string[]).indexOf(key);
    return found.sort((a, b) => place(a) - place(b) || a.label.localeCompare(b.label));
  }

  private async buyers(asked: ListQuery, actor: Actor): Promise<string[]> {
    const found = await this.lines(asked, actor)
      .select('coalesce(order.buyerName, order.customerName)', 'name')
      .distinct()
      .orderBy('name')
      .getRawMany<{ name: string }>();
    return found.map(({ name }) => name);
  }

  private lines(asked: ListQuery, actor: Actor) {
    const query = this.transaction.manager
      .createQueryBuilder(OrderLine, 'line')
      .innerJoin('line.order', 'order')
      .leftJoin('order.merchandiser', 'merchandiser')
      .innerJoin('line.style', 'style')
      .leftJoin(LinePlan, 'plan', 'plan.orderLineId = line.id');
    return applyFilters(visibleTo(query, actor, this.capability), tnaList, asked);
  }
}
