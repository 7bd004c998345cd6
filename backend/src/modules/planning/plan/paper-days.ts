import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Transaction } from '../../../platform/database/transaction';
import type { Day } from '../../../platform/values/day';
import type { PaperStep } from './happenings';

/** Papers that may go with several orders. */
const ORDERS_OF: Readonly<Record<string, string | undefined>> = {
  shipment: `SELECT order_id AS id FROM shipment_orders WHERE shipment_id = $1 ORDER BY order_id`,
  letter_of_credit: `SELECT order_id AS id FROM letter_of_credit_orders WHERE letter_of_credit_id = $1 ORDER BY order_id`,
};

/** The days on which the papers of an order made its steps happen: by the first of those that still stand. */
@Injectable()
export class PaperDays {
  constructor(
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The orders that an event of a paper tells of: several may go with one shipment, or be paid for by one LC. */
  async ordersOf({ subjectType, subjectId, orderId, data }: DomainEventRow): Promise<string[]> {
    const source = ORDERS_OF[subjectType];
    if (!source) return orderId ? [orderId] : [];
    const rows = await this.transaction.manager.query<{ id: string }[]>(source, [subjectId]);
    const { coveredOrderId: taken } = data as { coveredOrderId?: string };
    return [...new Set([...rows.map(({ id }) => id), ...(taken ? [taken] : [])])];
  }

  /** One statement, however many orders. @returns null for a step that no paper stands for (any longer) */
  async of(orderIds: readonly string[]): Promise<Map<string, Map<PaperStep, Day | null>>> {
    const rows = await this.transaction.manager.query<{ orderId: string; days: Record<PaperStep, Day | null> }[]>(
      `SELECT o.id AS "orderId", json_build_object(
        'piSent',
         (SELECT min(p.sent_at AT TIME ZONE $2)::date::text FROM proforma_invoices p
           WHERE p.order_id = o.id AND p.deleted_at IS NULL AND p.status IN ('sent', 'confirmed')),
        'piConfirmed',
         (SELECT min(p.confirmed_at AT TIME ZONE $2)::date::text FROM proforma_invoices p
           WHERE p.order_id = o.id AND p.deleted_at IS NULL AND p.status = 'confirmed'),
        'lcReceived',
         (SELECT min(c.created_at AT TIME ZONE $2)::date::text FROM letter_of_credit_orders x
           JOIN letters_of_credit c ON c.id = x.letter_of_credit_id
           WHERE x.order_id = o.id AND c.deleted_at IS NULL),
        'shipped',
         (SELECT min(s.shipping_date)::text FROM shipments s JOIN shipment_orders x ON x.shipment_id = s.id
           WHERE x.order_id = o.id AND s.deleted_at IS NULL AND s.status IN ('in_transit', 'delivered'))) AS days
       FROM unnest($1::uuid[]) AS o (id)`,
      [orderIds, this.config.TZ_HOUSE],
    );
    return new Map(
      rows.map(({ orderId, days }) => [orderId, new Map(Object.entries(days) as [PaperStep, Day | null][])]),
    );
  }
}
