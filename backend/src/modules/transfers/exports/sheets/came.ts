import { UNIT_DECIMALS } from '../../../../platform/values/quantity';
import { deliveryOf } from '../../../orders/deliveries/delivery-figures';
import type { DeliveredInUnit } from '../../../orders/deliveries/line-supply';
import type { FabricFacts } from '../../../orders/quantity/fabric';

/** What came of a line, as the list tells it (docs/domain/deliveries.md). */
export interface Came {
  delivered: string | null;
  deliveredPercent: string | null;
  /** Delivered less ordered. */
  difference: string | null;
}

/** What came in other units than the line's, and all that it takes to tell it in the line's. */
type Mixed = FabricFacts & { unit: string; tolerance: string; delivered: DeliveredInUnit[] };

/** To be joined: what came of line `l`, looked up line by line, so that no batch makes Postgres choose another way. */
export const CAME_OF_LINE = `
  CROSS JOIN LATERAL (
    SELECT min(unit) AS unit, max(unit) AS other_unit, sum(delivered_quantity) AS quantity
      FROM supplier_deliveries WHERE order_line_id = l.id AND kind = 'goods' AND deleted_at IS NULL) came`;

const DECIMALS = `CASE l.unit ${Object.entries(UNIT_DECIMALS)
  .map(([unit, decimals]) => `WHEN '${unit}' THEN ${decimals}`)
  .join(' ')} END`;
const TOTAL = `round(coalesce(came.quantity, 0), ${DECIMALS})`;
const IN_ITS_UNIT = `(came.unit IS NULL OR (came.unit = l.unit AND came.other_unit = l.unit))`;
/** That some of it came in other units: what it is in the line's is told by `cameOf`. */
export const CAME_MIXED = `(l.id IS NOT NULL AND NOT ${IN_ITS_UNIT})`;

/** By unit; of the few lines that need it, since making JSON costs more than all else of a row. */
const DELIVERED = `
  (SELECT json_agg(json_build_object('unit', unit, 'quantity', quantity::text, 'count', count, 'lastDay', last_day) ORDER BY unit)
     FROM (SELECT unit, sum(delivered_quantity) AS quantity, count(*) AS count, max(delivery_date) AS last_day
             FROM supplier_deliveries WHERE order_line_id = l.id AND kind = 'goods' AND deleted_at IS NULL GROUP BY unit) in_unit)`;

/**
 * What came of line `l`, null without one, where order `o`, style `s` and `CAME_OF_LINE` are joined. Nearly every line is
 * delivered in its own unit: the database tells of these, which costs a twentieth of telling it here.
 */
export const CAME_FIELDS = {
  delivered: `CASE WHEN l.id IS NOT NULL AND ${IN_ITS_UNIT} THEN trim_scale(${TOTAL}) END`,
  deliveredPercent: `CASE WHEN l.id IS NOT NULL AND ${IN_ITS_UNIT} THEN round(${TOTAL} * 100 / l.quantity, 1) END`,
  difference: `CASE WHEN l.id IS NOT NULL AND ${IN_ITS_UNIT} THEN trim_scale(${TOTAL} - l.quantity) END`,
  remaining: `CASE WHEN l.quantity IS NOT NULL AND ${IN_ITS_UNIT} THEN greatest(trim_scale(l.quantity - ${TOTAL}), 0) END`,
  mixed: `CASE WHEN ${CAME_MIXED} THEN json_build_object(
    'unit', l.unit, 'tolerance', coalesce(l.delivery_tolerance_percent, o.delivery_tolerance_percent)::text,
    'gsm', s.gsm::text, 'finishingWidth', s.finishing_width, 'cuttableWidth', s.cuttable_width,
    'consumptionPerPiece', s.consumption_per_piece::text, 'consumptionUnit', s.consumption_unit,
    'rollQuantity', s.roll_quantity::text, 'rollUnit', s.roll_unit, 'delivered', ${DELIVERED}) END`,
} as const;

/** What came of a line; where it came in other units, as `deliveryOf` reckons it. */
export function cameOf(row: Came & { quantity: string | null; mixed: string | null }): Came {
  if (row.mixed === null) return row;
  const { unit, tolerance, delivered, ...style } = JSON.parse(row.mixed) as Mixed;
  const came = deliveryOf({
    quantity: row.quantity,
    unit,
    etd: null,
    deliveryTolerancePercent: tolerance,
    style,
    supply: { offers: 0, files: 0, orderTolerancePercent: tolerance, delivered },
  });
  return {
    delivered: came.totalDeliveredQuantity,
    deliveredPercent: came.percent,
    difference: came.shortageExcessQuantity,
  };
}
