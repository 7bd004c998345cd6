import { Injectable } from '@nestjs/common';
import { readPrepared } from '../../../../platform/database/prepared-read';
import { inBatches } from '../../../../platform/database/snapshot';
import { Transaction } from '../../../../platform/database/transaction';
import { applyFilters, type ListQuery } from '../../../../platform/listing/list-definition';
import { applyOrdering } from '../../../../platform/listing/page';
import type { Day } from '../../../../platform/values/day';
import { minorUnitsSql } from '../../../../platform/values/currencies';
import { priceText } from '../../../../platform/values/money';
import { quantityText } from '../../../../platform/values/quantity';
import { unitWord } from '../../../../platform/values/words';
import type { Actor } from '../../../auth/access/actor';
import { Order } from '../../../orders/order/order.entity';
import { orderList } from '../../../orders/order/orders.repository';
import { GATE_NAMES } from '../../../orders/gates/gate.vocabulary';
import { visibleTo } from '../../../orders/order-scope';
import { APPROVAL_TYPES, type Approvals, type ApprovalType } from '../../../orders/vocabulary';
import { cellsOf, day, number, text, type Column, type Sheet, type SheetSource } from '../sheet';
import { CAME, cameSql, withCame, type CameRow } from './came';
import { STATUS_NAMES, STANDING_NAMES, URGENCY_NAMES } from './names';

/** Orders whose lines are read at once: few, so that little outlives its batch. */
const BATCH = 100;

/** A line as a row of the file; of an order without lines the order alone. Figures come as they are written. */
interface Row extends CameRow {
  gsm: string | null;
  orderNumber: string;
  customerName: string;
  buyerName: string | null;
  merchandiser: string | null;
  orderType: string;
  season: string | null;
  orderStatus: string;
  stage: string;
  orderDate: Day | null;
  styleNumber: string | null;
  colour: string;
  cad: string | null;
  fabricType: string;
  composition: string | null;
  status: string | null;
  unit: string | null;
  etd: Day | null;
  eta: Day | null;
  millName: string | null;
  millPrice: string | null;
  provaPrice: string | null;
  commission: string | null;
  currency: string;
  value: string | null;
  profit: string | null;
  approvals: Approvals | null;
  forecastOn: Day | null;
  slackDays: number | null;
  urgency: string | null;
  notes: string | null;
}

const ROWS = `
  SELECT o.order_number AS "orderNumber", o.customer_name AS "customerName", o.buyer_name AS "buyerName",
         m.full_name AS merchandiser, o.order_type AS "orderType", o.season, o.status AS "orderStatus",
         o.current_stage AS stage, o.order_date AS "orderDate", coalesce(s.style_number, o.style_number) AS "styleNumber",
         concat_ws(' · ', l.color_code, l.color_name) AS colour,
         coalesce(nullif(concat_ws(' · ', l.cad_code, l.cad_name), ''), o.cad) AS cad,
         coalesce(s.fabric_type, o.fabric_type) AS "fabricType",
         coalesce(s.fabric_composition, o.fabric_composition) AS composition, coalesce(s.gsm, o.gsm) AS gsm,
         l.status, trim_scale(of.quantity) AS quantity, coalesce(l.unit, o.unit) AS unit,
         coalesce(l.mill_name, o.mill_name) AS "millName", of.mill_price AS "millPrice", of.prova_price AS "provaPrice",
         l.commission, of.currency, round(of.quantity * of.prova_price, of.minor)::text AS value,
         round(of.quantity * (of.prova_price - of.mill_price - coalesce(l.commission, 0)), of.minor)::text AS profit,
         of.etd, of.eta, l.approval_status AS approvals, p.forecast_on AS "forecastOn", p.slack_days AS "slackDays",
         p.urgency, coalesce(l.notes, o.notes) AS notes, ${CAME}
    FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place)
    JOIN orders o ON o.id = asked.id
    LEFT JOIN user_profiles m ON m.id = o.merchandiser_id
    LEFT JOIN order_lines l ON l.order_id = o.id AND l.deleted_at IS NULL
    LEFT JOIN order_styles s ON s.id = l.style_id
    LEFT JOIN line_plans p ON p.order_line_id = l.id AND l.status NOT IN ('completed', 'archived')
    LEFT JOIN (${cameSql('order_id = ANY($1) AND order_line_id IS NOT NULL')}) came ON came.order_line_id = l.id
   CROSS JOIN LATERAL (
     SELECT CASE WHEN l.id IS NULL THEN o.quantity ELSE l.quantity END AS quantity,
            CASE WHEN l.id IS NULL THEN o.mill_price ELSE l.mill_price END AS mill_price,
            CASE WHEN l.id IS NULL THEN o.prova_price ELSE l.prova_price END AS prova_price,
            CASE WHEN l.id IS NULL THEN o.etd ELSE l.etd END AS etd,
            CASE WHEN l.id IS NULL THEN o.eta ELSE l.eta END AS eta,
            coalesce(l.currency, o.currency) AS currency,
            ${minorUnitsSql('coalesce(l.currency, o.currency)')} AS minor) of
   WHERE l.id IS NULL OR $2::text[] IS NULL OR l.status = ANY($2)
   ORDER BY asked.place, l.sequence_number, l.id`;

const price = (value: string | null) => (value === null ? null : priceText(value));

const gate = (type: ApprovalType): Column<Row> =>
  text(GATE_NAMES[type], 13, ({ approvals }) => {
    const standing = approvals?.[type];
    return standing ? STANDING_NAMES[standing] : null;
  });

const COLUMNS: readonly Column<Row>[] = [
  text('Order no.', 18, (row) => row.orderNumber),
  text('Customer', 22, (row) => row.customerName),
  text('Style', 16, (row) => row.styleNumber),
  text('Colour', 20, (row) => row.colour || null),
  text('CAD', 16, (row) => row.cad),
  text('Buyer', 20, (row) => row.buyerName),
  text('Merchandiser', 18, (row) => row.merchandiser),
  text('Type', 9, (row) => row.orderType),
  text('Season', 9, (row) => row.season),
  text('Fabric', 20, (row) => row.fabricType),
  text('Composition', 20, (row) => row.composition),
  number('GSM', 8, (row) => row.gsm && quantityText(row.gsm)),
  number('Quantity', 12, (row) => row.quantity),
  text('Unit', 7, (row) => row.unit && unitWord(row.unit)),
  number('Delivered', 12, (row) => row.delivered),
  number('Delivered %', 10, (row) => row.deliveredPercent),
  number('Short (−) or over', 12, (row) => row.difference),
  day('ETD', (row) => row.etd),
  day('ETA', (row) => row.eta),
  day('Forecast', (row) => row.forecastOn),
  number('Slack, working days', 9, (row) => (row.slackDays === null ? null : String(row.slackDays))),
  text('Standing', 10, (row) => row.urgency && (URGENCY_NAMES[row.urgency] ?? null)),
  text('Line status', 15, (row) => row.status && (STATUS_NAMES[row.status] ?? null)),
  text('Order status', 15, (row) => STATUS_NAMES[row.orderStatus] ?? null),
  text('Stage', 15, (row) => row.stage),
  day('Order date', (row) => row.orderDate),
  text('Mill', 20, (row) => row.millName),
  number('Mill price', 10, (row) => price(row.millPrice)),
  number('Our price', 10, (row) => price(row.provaPrice)),
  number('Commission', 10, (row) => price(row.commission)),
  text('Currency', 8, (row) => row.currency),
  number('Value', 14, (row) => row.value),
  number('Profit', 14, (row) => row.profit),
  ...APPROVAL_TYPES.map(gate),
  text('Notes', 40, (row) => row.notes),
];

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
      headings: COLUMNS,
      frozenColumns: 4,
      count: () => this.count(asked, actor, statuses),
      batches: () => cellsOf(COLUMNS, this.rows(asked, actor, statuses)),
    });
  }

  private async *rows(asked: ListQuery, actor: Actor, statuses: string[] | null): AsyncGenerator<Row[]> {
    const ordered = applyOrdering(this.orders(asked, actor), orderList, asked);
    for await (const batch of inBatches<{ id: string }>(this.transaction, ordered, BATCH)) {
      const ids = batch.map(({ id }) => id);
      const rows = await readPrepared<Row>(this.transaction, 'export_orders', ROWS, [ids, statuses]);
      yield rows.map(withCame);
    }
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
