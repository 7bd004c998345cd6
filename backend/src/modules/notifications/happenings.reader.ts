import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import type { DomainEventRow } from '../../platform/events/domain-event.entity';
import type { Happening } from './notices/notice';

/** What a notice says, and who may hear of it. */
export interface HappeningRow extends Happening {
  merchandiserId: string | null;
  creatorId: string | null;
}

interface Row extends Omit<HappeningRow, 'facts'> {
  origin: Record<string, unknown> | null;
}

/** Reads what a notice needs besides the event itself: one statement over the order, its line and the subject's first event. */
@Injectable()
export class HappeningsReader {
  constructor(private readonly transaction: Transaction) {}

  /** Null for an event of no order, or of one that is in the trash, but for the answer to who wanted it there. */
  async of(event: DomainEventRow): Promise<HappeningRow | null> {
    const [row] = await this.transaction.manager.query<Row[]>(
      `SELECT o.order_number AS "orderNumber", o.customer_name AS "customerName", o.merchandiser_id AS "merchandiserId",
              actor.full_name AS "actorName", coalesce(l.color_name, l.color_code, s.style_number) ||
                CASE WHEN l.part > 1 THEN ' part ' || l.part ELSE '' END AS "lineName",
              origin.actor_id AS "creatorId", origin.data AS origin
         FROM orders o
         LEFT JOIN user_profiles actor ON actor.id = $2
         LEFT JOIN order_lines l ON l.id = $3
         LEFT JOIN order_styles s ON s.id = l.style_id
         LEFT JOIN LATERAL (SELECT actor_id, data FROM domain_events
                             WHERE subject_id = $4 ORDER BY sequence LIMIT 1) origin ON TRUE
        WHERE o.id = $1 AND (o.deleted_at IS NULL OR $5)`,
      [event.orderId, event.actorId, event.orderLineId, event.subjectId, event.subjectType === 'deletion_request'],
    );
    if (!row) return null;
    const { origin, ...happening } = row;
    return { ...happening, facts: { ...factsOf(origin ?? {}), ...factsOf(event.data) } };
  }
}

/** What is beside the changes, over what the subject was after them. */
function factsOf({ before: _before, after, ...beside }: Record<string, unknown>): Record<string, unknown> {
  return { ...(typeof after === 'object' ? after : {}), ...beside };
}
