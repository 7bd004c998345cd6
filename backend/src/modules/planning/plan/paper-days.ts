import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Transaction } from '../../../platform/database/transaction';
import type { Day } from '../../../platform/values/day';
import type { PaperStep } from './happenings';

/** The days on which the papers of an order made its steps happen: by the first of those that still stand. */
@Injectable()
export class PaperDays {
  constructor(
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The orders that an event of a paper tells of: several may go with one shipment. */
  async ordersOf({ subjectType, subjectId, orderId }: DomainEventRow): Promise<string[]> {
    if (subjectType !== 'shipment') return orderId ? [orderId] : [];
    const rows = await this.transaction.manager.query<{ id: string }[]>(
      `SELECT order_id AS id FROM shipment_orders WHERE shipment_id = $1 ORDER BY order_id`,
      [subjectId],
    );
    return rows.map(({ id }) => id);
  }

  /** One statement. @returns null for a step that no paper stands for (any longer) */
  async of(orderId: string): Promise<Map<PaperStep, Day | null>> {
    const [days] = await this.transaction.manager.query<Record<PaperStep, Day | null>[]>(
      `SELECT
         (SELECT min(p.sent_at AT TIME ZONE $2)::date::text FROM proforma_invoices p
           WHERE p.order_id = $1 AND p.deleted_at IS NULL AND p.status IN ('sent', 'confirmed')) AS "piSent",
         (SELECT min(p.confirmed_at AT TIME ZONE $2)::date::text FROM proforma_invoices p
           WHERE p.order_id = $1 AND p.deleted_at IS NULL AND p.status = 'confirmed') AS "piConfirmed",
         (SELECT min(c.created_at AT TIME ZONE $2)::date::text FROM letters_of_credit c
           WHERE c.order_id = $1 AND c.deleted_at IS NULL) AS "lcReceived",
         (SELECT min(s.shipping_date)::text FROM shipments s JOIN shipment_orders x ON x.shipment_id = s.id
           WHERE x.order_id = $1 AND s.deleted_at IS NULL AND s.status IN ('in_transit', 'delivered')) AS shipped`,
      [orderId, this.config.TZ_HOUSE],
    );
    return new Map(Object.entries(days ?? {}) as [PaperStep, Day | null][]);
  }
}
