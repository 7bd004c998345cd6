import type { Day } from '../../../platform/values/day';
import type { CreditTerms } from './tolerance';

/** What came in one unit. */
export interface DeliveredInUnit {
  unit: string;
  quantity: string;
  /** How many deliveries that were. */
  count: number;
  lastDay: Day;
}

/** What lies under a line and is told with it: read in the statement that reads the line. */
export interface LineSupply {
  /** Mill offers. */
  offers: number;
  /** Files of the line, old versions not counted. */
  files: number;
  /** Of the order: what counts where the line has no tolerance of its own. */
  orderTolerancePercent: string;
  /** What its LC says, which counts before that. */
  creditTerms?: CreditTerms | null;
  delivered: DeliveredInUnit[];
}

const deliveredSql = (where: string): string => `
  (SELECT coalesce(json_agg(json_build_object('unit', d.unit, 'quantity', d.quantity::text, 'count', d.count, 'lastDay', d.last_day) ORDER BY d.unit), '[]')
     FROM (SELECT unit, sum(delivered_quantity) AS quantity, count(*) AS count, max(delivery_date) AS last_day
             FROM supplier_deliveries WHERE ${where} AND kind = 'goods' AND deleted_at IS NULL GROUP BY unit) d)`;

/** A `LineSupply` of the row of `order_lines` that is called `line`. */
export const lineSupplySql = (line: string): string => `
  SELECT json_build_object(
    'offers', (SELECT count(*) FROM mill_offers offer WHERE offer.order_line_id = ${line}.id AND offer.deleted_at IS NULL),
    'files', (SELECT count(*) FROM order_documents document WHERE document.order_line_id = ${line}.id AND document.is_current),
    'orderTolerancePercent', owner.delivery_tolerance_percent::text,
    'creditTerms', owner.credit_terms,
    'delivered', ${deliveredSql(`order_line_id = ${line}.id`)})
  FROM orders owner WHERE owner.id = ${line}.order_id`;

/** What came for the order called `order` as a whole, for none of its lines. */
export const wholeOrderDeliveredSql = (order: string): string =>
  `SELECT ${deliveredSql(`order_id = ${order}.id AND order_line_id IS NULL`)}`;
