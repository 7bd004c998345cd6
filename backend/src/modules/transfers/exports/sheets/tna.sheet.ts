import { Inject, Injectable } from '@nestjs/common';
import Decimal from 'decimal.js';
import { CONFIG, type Config } from '../../../../platform/config/config';
import { readPrepared } from '../../../../platform/database/prepared-read';
import { inBatches } from '../../../../platform/database/snapshot';
import { Transaction } from '../../../../platform/database/transaction';
import { applyFilters, type ListDefinition, type ListQuery } from '../../../../platform/listing/list-definition';
import { applyOrdering } from '../../../../platform/listing/page';
import { today } from '../../../../platform/values/day';
import { quantityText } from '../../../../platform/values/quantity';
import type { Actor } from '../../../auth/access/actor';
import { OrderLine } from '../../../orders/line/line.entity';
import { orderList } from '../../../orders/order/orders.repository';
import { visibleTo } from '../../../orders/order-scope';
import { KNOWN_STEPS, MILESTONES, type StepKey } from '../../../planning/milestone.vocabulary';
import { planGridList } from '../../../planning/grid/plan-grid.repository';
import { LinePlan } from '../../../planning/plan/line-plan.entity';
import { cellsOf, type Cell, type LooseRow, type Sheet, type SheetSource } from '../sheet';
import { CAME, cameSql, withCame } from './came';
import { tnaColumns, type TnaRow } from './tna.columns';

/** Lines whose steps are read at once: few, so that little outlives its batch. */
const BATCH = 100;
/** Buyers that the sheet's head names; of more it says how many. */
const MOST_BUYERS = 8;

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

const ROWS = `
  SELECT s.style_number AS style, s.fabric_specifications AS fabrics,
         coalesce(s.fabric_composition, o.fabric_composition) AS composition,
         coalesce(s.fabric_type, o.fabric_type) AS "fabricType", coalesce(s.gsm, o.gsm) AS gsm,
         coalesce(l.color_name, l.color_code) AS colour,
         coalesce(l.cad_name, l.cad_code) AS cad, l.status, trim_scale(l.quantity) AS quantity,
         l.unit, l.etd,
         l.yarn_required AS "yarnRequired", l.sewing_line AS "sewingLine", l.part, l.notes, o.order_number AS "orderNumber",
         coalesce(o.buyer_name, o.customer_name) AS buyer, o.order_type AS "orderType", p.forecast_on AS "forecastOn",
         p.slack_days AS "slackDays", p.urgency, p.chain, steps.steps, ${CAME}
    FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place)
    JOIN order_lines l ON l.id = asked.id
    JOIN orders o ON o.id = l.order_id
    JOIN order_styles s ON s.id = l.style_id
    LEFT JOIN line_plans p ON p.order_line_id = l.id AND l.status NOT IN ('completed', 'archived')
    LEFT JOIN (SELECT order_line_id,
                      json_agg(json_build_object('key', milestone, 'label', label, 'state', state, 'planned', planned_on,
                                                 'actual', actual_on, 'note', note) ORDER BY position) AS steps
                 FROM line_milestones WHERE order_line_id = ANY($1) AND deleted_at IS NULL
                GROUP BY order_line_id) steps ON steps.order_line_id = l.id
    LEFT JOIN (${cameSql('order_line_id = ANY($1)')}) came ON came.order_line_id = l.id
   ORDER BY asked.place`;

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
    const columns = tnaColumns(await this.otherSteps(asked, actor));
    const sum = new QuantitySum();
    return {
      name: 'T&A',
      title: this.title(await this.buyers(asked, actor)),
      headings: columns,
      frozenColumns: 3,
      count: () => this.lines(asked, actor).getCount(),
      batches: () => cellsOf(columns, this.rows(asked, actor, sum)),
      closing: () => sum.row(columns.findIndex(({ text }) => text === 'ORDER QTY')),
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

  private async *rows(asked: ListQuery, actor: Actor, sum: QuantitySum): AsyncGenerator<TnaRow[]> {
    const ordered = applyOrdering(this.lines(asked, actor).select('line.id', 'id'), tnaList, asked);
    for await (const batch of inBatches<{ id: string }>(this.transaction, ordered, BATCH)) {
      const rows = await readPrepared<TnaRow>(this.transaction, 'export_tna', ROWS, [batch.map(({ id }) => id)]);
      for (const row of rows) sum.add(withCame(row));
      yield rows;
    }
  }

  /** Steps that these lines have and the house's sheet has no column for: of foreign orders, and the house's own. */
  private async otherSteps(asked: ListQuery, actor: Actor): Promise<{ key: StepKey; label: string }[]> {
    const found = await this.lines(asked, actor)
      .innerJoin('line_milestones', 'step', 'step.order_line_id = line.id AND step.deleted_at IS NULL')
      .andWhere('step.milestone <> ALL(:houseSteps)', { houseSteps: MILESTONES })
      .select('step.milestone', 'key')
      .addSelect('min(step.label)', 'label')
      .groupBy('step.milestone')
      .getRawMany<{ key: StepKey; label: string }>();
    const place = ({ key }: { key: StepKey }) => (KNOWN_STEPS as readonly string[]).indexOf(key);
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

/** What the lines add up to, where they are all in one unit. */
class QuantitySum {
  private total = new Decimal(0);
  private readonly units = new Set<string>();

  add({ quantity, unit }: TnaRow): void {
    if (quantity === null) return;
    this.total = this.total.plus(quantity);
    this.units.add(unit);
  }

  /** @param at the column of quantities */
  row(at: number): LooseRow | null {
    if (this.units.size !== 1) return null;
    const row = Array.from({ length: at + 1 }, () => ({ value: null as Cell, kind: 'text' as const }));
    return [{ value: 'Total', kind: 'text' }, ...row.slice(1, at), { value: quantityText(this.total), kind: 'number' }];
  }
}
