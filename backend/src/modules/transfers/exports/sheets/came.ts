import { UNIT_DECIMALS } from '../../../../platform/values/quantity';
import { deliveryOf } from '../../../orders/deliveries/delivery-figures';
import type { DeliveredInUnit } from '../../../orders/deliveries/line-supply';
import type { FabricFacts } from '../../../orders/quantity/fabric';

/** What came of a line, as the list tells it (docs/domain/deliveries.md). Null of an order without lines. */
export interface CameRow {
  quantity: string | null;
  delivered: string | null;
  deliveredPercent: string | null;
  /** Delivered less ordered. */
  difference: string | null;
  /** What came in other units than the line's, and all that it takes to tell it in the line's. */
  mixed: (FabricFacts & { unit: string; tolerance: string; delivered: DeliveredInUnit[] }) | null;
}

/** What came of lines, one row each. @param where of `supplier_deliveries` */
export const cameSql = (where: string): string => `
  SELECT order_line_id, min(unit) AS unit, count(*) AS units, sum(quantity) AS quantity,
         json_agg(json_build_object('unit', unit, 'quantity', quantity::text, 'count', count, 'lastDay', last_day) ORDER BY unit) AS delivered
    FROM (SELECT order_line_id, unit, sum(delivered_quantity) AS quantity, count(*) AS count, max(delivery_date) AS last_day
            FROM supplier_deliveries WHERE ${where} AND kind = 'goods' AND deleted_at IS NULL
           GROUP BY order_line_id, unit) in_unit
   GROUP BY order_line_id`;

const DECIMALS = `CASE l.unit ${Object.entries(UNIT_DECIMALS)
  .map(([unit, decimals]) => `WHEN '${unit}' THEN ${decimals}`)
  .join(' ')} END`;
const TOTAL = `round(coalesce(came.quantity, 0), ${DECIMALS})`;
const IN_ITS_UNIT = `l.id IS NOT NULL AND (came.units IS NULL OR (came.units = 1 AND came.unit = l.unit))`;

/**
 * The figures of `CameRow` where line `l`, order `o`, style `s` and `came` are joined. Nearly every line is delivered in its
 * own unit: the database tells of these, which costs a twentieth of telling it here.
 */
export const CAME = `
  CASE WHEN ${IN_ITS_UNIT} THEN trim_scale(${TOTAL})::text END AS delivered,
  CASE WHEN ${IN_ITS_UNIT} THEN round(${TOTAL} * 100 / l.quantity, 1)::text END AS "deliveredPercent",
  CASE WHEN ${IN_ITS_UNIT} THEN trim_scale(${TOTAL} - l.quantity)::text END AS difference,
  CASE WHEN l.id IS NOT NULL AND NOT (came.units IS NULL OR (came.units = 1 AND came.unit = l.unit)) THEN json_build_object(
    'unit', l.unit, 'tolerance', coalesce(l.delivery_tolerance_percent, o.delivery_tolerance_percent)::text,
    'gsm', s.gsm::text, 'finishingWidth', s.finishing_width, 'cuttableWidth', s.cuttable_width,
    'consumptionPerPiece', s.consumption_per_piece::text, 'consumptionUnit', s.consumption_unit,
    'rollQuantity', s.roll_quantity::text, 'rollUnit', s.roll_unit, 'delivered', came.delivered) END AS mixed`;

/** The figures of a line that came in other units, as `deliveryOf` reckons them; of any other as they are. */
export function withCame<Row extends CameRow>(row: Row): Row {
  if (!row.mixed) return row;
  const { unit, tolerance, delivered, ...style } = row.mixed;
  const came = deliveryOf({
    quantity: row.quantity,
    unit,
    etd: null,
    deliveryTolerancePercent: tolerance,
    style,
    supply: { offers: 0, files: 0, orderTolerancePercent: tolerance, delivered },
  });
  row.delivered = came.totalDeliveredQuantity;
  row.deliveredPercent = came.percent;
  row.difference = came.shortageExcessQuantity;
  return row;
}
