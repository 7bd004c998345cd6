import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import type { Clock } from '../../financials/letter-of-credit/ucp/clocks';
import type { Day } from '../../../platform/values/day';

/** What has happened, or is planned, under an LC, over all the orders on it. */
export interface Happened {
  /** When the goods left for which no documents were presented yet, the first of them. */
  unpresentedShipment: Day | null;
  /** When goods are to leave next. */
  plannedShipment: Day | null;
  /** Of the last documents that were presented. */
  presentedOn: Day | null;
  presentedShipment: Day | null;
  /** What the bank said of those documents, and the day of their invoice. */
  acceptedOn: Day | null;
  maturesOn: Day | null;
  invoicedOn: Day | null;
}

const LIVE = `c.deleted_at IS NULL AND c.status <> 'expired' AND c.closed_on IS NULL`;

/** A shipment counts as presented once documents tell of a shipment on its day or later. */
const HAPPENED = `
  WITH covered AS (
    SELECT x.order_id FROM letter_of_credit_orders x JOIN orders o ON o.id = x.order_id AND o.deleted_at IS NULL
    WHERE x.letter_of_credit_id = $1
  ), presented AS (
    SELECT presented_on, coalesce(shipped_on, presented_on) AS shipped_on, accepted_on, matures_on, invoiced_on FROM letter_of_credit_drawings
    WHERE letter_of_credit_id = $1 AND deleted_at IS NULL ORDER BY presented_on DESC, id DESC LIMIT 1
  )
  SELECT
    (SELECT min(s.shipping_date)::text FROM shipments s WHERE s.id IN (SELECT shipment_id FROM shipment_orders JOIN covered USING (order_id))
        AND s.deleted_at IS NULL AND s.status IN ('in_transit', 'delivered')
        AND s.shipping_date > coalesce((SELECT shipped_on FROM presented), '-infinity')) AS "unpresentedShipment",
    coalesce(
      (SELECT min(s.shipping_date)::text FROM shipments s WHERE s.id IN (SELECT shipment_id FROM shipment_orders JOIN covered USING (order_id))
          AND s.deleted_at IS NULL AND s.status = 'pending'),
      (SELECT min(coalesce(l.etd, o.etd))::text FROM orders o JOIN covered c ON c.order_id = o.id
        LEFT JOIN order_lines l ON l.order_id = o.id AND l.deleted_at IS NULL
        WHERE o.actual_delivery_date IS NULL)) AS "plannedShipment",
    (SELECT presented_on::text FROM presented) AS "presentedOn",
    (SELECT shipped_on::text FROM presented) AS "presentedShipment",
    (SELECT accepted_on::text FROM presented) AS "acceptedOn",
    (SELECT matures_on::text FROM presented) AS "maturesOn",
    (SELECT invoiced_on::text FROM presented) AS "invoicedOn"`;

@Injectable()
export class CreditClocksRepository {
  constructor(private readonly transaction: Transaction) {}

  /** Keeps by when its documents are due, and when its goods left. */
  async keep(letterOfCreditId: string, clock: Clock | null, shippedOn: Day | null): Promise<void> {
    await this.transaction.manager.query(
      `UPDATE letters_of_credit SET present_by = $2, present_by_expected = $3, shipped_on = $4
        WHERE id = $1 AND (present_by, present_by_expected, shipped_on) IS DISTINCT FROM ($2::date, $3::boolean, $4::date)`,
      [letterOfCreditId, clock?.day ?? null, clock?.expected ?? false, shippedOn],
    );
  }

  /** Of the LCs that an order is on, those that may still be drawn on. */
  ofOrder(orderId: string): Promise<string[]> {
    return this.ids(
      `SELECT c.id FROM letters_of_credit c JOIN letter_of_credit_orders x ON x.letter_of_credit_id = c.id
        WHERE x.order_id = $1 AND ${LIVE} ORDER BY c.id`,
      [orderId],
    );
  }

  /** The next `limit` after `after` of which it was not reckoned by when documents are due. */
  unreckoned(after: string, limit: number): Promise<string[]> {
    return this.ids(
      `SELECT c.id FROM letters_of_credit c WHERE c.present_by IS NULL AND ${LIVE} AND c.id > $1 ORDER BY c.id LIMIT $2`,
      [after, limit],
    );
  }

  /** What was reckoned of all LCs is to be reckoned anew. */
  async forget(): Promise<void> {
    await this.transaction.manager.query(`UPDATE letters_of_credit c SET present_by = NULL WHERE ${LIVE}`);
  }

  private async ids(sql: string, parameters: unknown[]): Promise<string[]> {
    const rows = await this.transaction.manager.query<{ id: string }[]>(sql, parameters);
    return rows.map(({ id }) => id);
  }

  /** Of an LC that the caller has shown to be visible. */
  async happened(letterOfCreditId: string): Promise<Happened> {
    const [row] = await this.transaction.manager.query<Happened[]>(HAPPENED, [letterOfCreditId]);
    return row as Happened;
  }
}
