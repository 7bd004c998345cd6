import { minorUnitsSql } from '../../../../platform/values/currencies';
import { unitWordSql, wordsSql } from '../../../../platform/values/words';
import { GATE_NAMES } from '../../../orders/gates/gate.vocabulary';
import { APPROVAL_TYPES } from '../../../orders/vocabulary';
import type { Cell, SheetForm } from '../sheet';
import { CAME_FIELDS, CAME_OF_LINE, type Came } from './came';
import { STANDING_NAMES, STATUS_NAMES, URGENCY_NAMES } from './names';
import { came, cameMixed, csvSql, day, number, recordsSql, text, words, type WrittenColumn } from './written-columns';

/** Two decimals at least, as `priceText`. */
const price = (sql: string): string => `round(${sql}, greatest(2, min_scale(${sql})))`;

const DELIVERED = 'Delivered';

/** A line as a row of the file; of an order without lines the order alone. */
const COLUMNS: readonly WrittenColumn[] = [
  text('Order no.', 18, 'o.order_number'),
  text('Customer', 22, 'o.customer_name'),
  text('Style', 16, 'coalesce(s.style_number, o.style_number)'),
  text('Colour', 20, `nullif(concat_ws(' · ', l.color_code, l.color_name), '')`),
  text('CAD', 16, `coalesce(nullif(concat_ws(' · ', l.cad_code, l.cad_name), ''), o.cad)`),
  text('Buyer', 20, 'o.buyer_name'),
  text('Merchandiser', 18, 'm.full_name'),
  text('Type', 9, 'o.order_type'),
  text('Season', 9, 'o.season'),
  text('Fabric', 20, 'coalesce(s.fabric_type, o.fabric_type)'),
  text('Composition', 20, 'coalesce(s.fabric_composition, o.fabric_composition)'),
  number('GSM', 8, 'trim_scale(coalesce(s.gsm, o.gsm))'),
  number('Quantity', 12, 'trim_scale(of.quantity)'),
  words('Unit', 7, unitWordSql('coalesce(l.unit, o.unit)')),
  came(DELIVERED, 12, CAME_FIELDS.delivered),
  number('Delivered %', 10, CAME_FIELDS.deliveredPercent),
  number('Short (−) or over', 12, CAME_FIELDS.difference),
  day('ETD', 'of.etd'),
  day('ETA', 'of.eta'),
  day('Forecast', 'p.forecast_on'),
  number('Slack, working days', 9, 'p.slack_days'),
  words('Standing', 10, wordsSql('p.urgency', URGENCY_NAMES)),
  words('Line status', 15, wordsSql('l.status', STATUS_NAMES)),
  words('Order status', 15, wordsSql('o.status', STATUS_NAMES)),
  text('Stage', 15, 'o.current_stage'),
  day('Order date', 'o.order_date'),
  text('Mill', 20, 'coalesce(l.mill_name, o.mill_name)'),
  number('Mill price', 10, price('of.mill_price')),
  number('Our price', 10, price('of.prova_price')),
  number('Commission', 10, price('l.commission')),
  text('Currency', 8, 'of.currency'),
  number('Value', 14, 'round(of.quantity * of.prova_price, of.minor)'),
  number('Profit', 14, 'round(of.quantity * (of.prova_price - of.mill_price - coalesce(l.commission, 0)), of.minor)'),
  ...APPROVAL_TYPES.map((type) =>
    words(GATE_NAMES[type], 13, wordsSql(`l.approval_status ->> '${type}'`, STANDING_NAMES)),
  ),
  text('Notes', 40, 'coalesce(l.notes, o.notes)'),
];

const FROM = `
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

/** @param $1 ids of orders   @param $2 of which statuses a line is to be one; null: of all */
export const ORDER_ROWS = recordsSql(COLUMNS, FROM);
/** The same as CSV. @param $3 a mark that stands nowhere else */
export const ORDER_CSV = csvSql(COLUMNS, FROM);

/** What stands from the column `Delivered` on. */
export const orderCame = ({ delivered, deliveredPercent, difference }: Came): (string | null)[] => [
  delivered,
  deliveredPercent,
  difference,
];

/** Cells as Postgres wrote them; what came in other units is told here. */
export function ordersForm(): SheetForm {
  const at = COLUMNS.findIndex(({ text: heading }) => heading === DELIVERED);
  return {
    headings: COLUMNS,
    cellsOf: (record) => {
      const cells: Cell[] = record.slice(0, COLUMNS.length);
      const [quantity = null, mixed = null] = record.slice(COLUMNS.length);
      if (mixed === null) return cells;
      cells.splice(at, 3, ...orderCame(cameMixed({ quantity, mixed })));
      return cells;
    },
  };
}
