import { minorUnitsSql } from '../../../../platform/values/currencies';
import { priceText } from '../../../../platform/values/money';
import { quantityText } from '../../../../platform/values/quantity';
import { unitWord } from '../../../../platform/values/words';
import { GATE_NAMES } from '../../../orders/gates/gate.vocabulary';
import { APPROVAL_TYPES, type ApprovalType, type GateStatus } from '../../../orders/vocabulary';
import { day, formOf, number, selectOf, text, type Column, type SheetForm, type Written } from '../sheet';
import { CAME_FIELDS, CAME_OF_LINE, cameOf } from './came';
import { STANDING_NAMES, STATUS_NAMES, URGENCY_NAMES } from './names';

/** The nine gates of a line as it keeps them. */
const GATES = Object.fromEntries(APPROVAL_TYPES.map((type) => [type, `l.approval_status ->> '${type}'`])) as Readonly<
  Record<ApprovalType, string>
>;

/** A line as a row of the file; of an order without lines the order alone. Figures come as they are written. */
const FIELDS = {
  orderNumber: 'o.order_number',
  customerName: 'o.customer_name',
  buyerName: 'o.buyer_name',
  merchandiser: 'm.full_name',
  orderType: 'o.order_type',
  season: 'o.season',
  orderStatus: 'o.status',
  stage: 'o.current_stage',
  orderDate: 'o.order_date',
  styleNumber: 'coalesce(s.style_number, o.style_number)',
  colour: `nullif(concat_ws(' · ', l.color_code, l.color_name), '')`,
  cad: `coalesce(nullif(concat_ws(' · ', l.cad_code, l.cad_name), ''), o.cad)`,
  fabricType: 'coalesce(s.fabric_type, o.fabric_type)',
  composition: 'coalesce(s.fabric_composition, o.fabric_composition)',
  gsm: 'coalesce(s.gsm, o.gsm)',
  status: 'l.status',
  quantity: 'trim_scale(of.quantity)',
  unit: 'coalesce(l.unit, o.unit)',
  millName: 'coalesce(l.mill_name, o.mill_name)',
  millPrice: 'of.mill_price',
  provaPrice: 'of.prova_price',
  commission: 'l.commission',
  currency: 'of.currency',
  value: 'round(of.quantity * of.prova_price, of.minor)',
  profit: 'round(of.quantity * (of.prova_price - of.mill_price - coalesce(l.commission, 0)), of.minor)',
  etd: 'of.etd',
  eta: 'of.eta',
  forecastOn: 'p.forecast_on',
  slackDays: 'p.slack_days',
  urgency: 'p.urgency',
  notes: 'coalesce(l.notes, o.notes)',
  ...GATES,
  ...CAME_FIELDS,
};
type Row = Written<typeof FIELDS>;

/** @param $1 ids of orders   @param $2 of which statuses a line is to be one; null: any */
export const ORDER_ROWS = `
  SELECT ${selectOf(FIELDS)}
    FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place)
    JOIN orders o ON o.id = asked.id
    LEFT JOIN user_profiles m ON m.id = o.merchandiser_id
    LEFT JOIN order_lines l ON l.order_id = o.id AND l.deleted_at IS NULL
    LEFT JOIN order_styles s ON s.id = l.style_id
    LEFT JOIN line_plans p ON p.order_line_id = l.id AND l.status NOT IN ('completed', 'archived')
   ${CAME_OF_LINE}
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
  text(GATE_NAMES[type], 13, (row) => {
    const standing = row[type];
    return standing && STANDING_NAMES[standing as GateStatus];
  });

const COLUMNS: readonly Column<Row>[] = [
  text('Order no.', 18, (row) => row.orderNumber),
  text('Customer', 22, (row) => row.customerName),
  text('Style', 16, (row) => row.styleNumber),
  text('Colour', 20, (row) => row.colour),
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
  number('Delivered', 12, (row) => cameOf(row).delivered),
  number('Delivered %', 10, (row) => cameOf(row).deliveredPercent),
  number('Short (−) or over', 12, (row) => cameOf(row).difference),
  day('ETD', (row) => row.etd),
  day('ETA', (row) => row.eta),
  day('Forecast', (row) => row.forecastOn),
  number('Slack, working days', 9, (row) => row.slackDays),
  text('Standing', 10, (row) => row.urgency && (URGENCY_NAMES[row.urgency] ?? null)),
  text('Line status', 15, (row) => row.status && (STATUS_NAMES[row.status] ?? null)),
  text('Order status', 15, (row) => row.orderStatus && (STATUS_NAMES[row.orderStatus] ?? null)),
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

export const ordersForm = (): SheetForm => formOf(FIELDS, COLUMNS);
