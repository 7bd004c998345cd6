import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/config';
import { Transaction } from '../../platform/database/transaction';
import type { Happening } from './notices/notice';

/** What a notice says, of which event, and who may hear of it. */
export interface HappeningRow extends Happening {
  eventId: string;
  eventName: string;
  merchandiserId: string | null;
  creatorId: string | null;
}

interface Row extends Omit<HappeningRow, 'facts'> {
  data: Record<string, unknown>;
  origin: Record<string, unknown> | null;
}

/** Reads what notices are written from: events, with the order, the line and the subject's first event of each. */
@Injectable()
export class HappeningsReader {
  constructor(
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * One statement. Without events of no order, and of one that is in the trash, but for the answer to who wanted it there.
   * @returns by the id of the event
   */
  async of(eventIds: readonly string[]): Promise<ReadonlyMap<string, HappeningRow>> {
    const rows = await this.transaction.manager.query<Row[]>(
      `SELECT e.id AS "eventId", e.name AS "eventName", e.data, origin.data AS origin, origin.actor_id AS "creatorId",
              to_char(e.recorded_at AT TIME ZONE $2, 'YYYY-MM-DD') AS day,
              o.order_number AS "orderNumber", o.customer_name AS "customerName", o.merchandiser_id AS "merchandiserId",
              actor.full_name AS "actorName", coalesce(l.color_name, l.color_code, s.style_number) AS "lineName",
              coalesce(l.part, 1) AS "linePart"
         FROM domain_events e
         JOIN orders o ON o.id = e.order_id AND (o.deleted_at IS NULL OR e.subject_type = 'deletion_request')
         LEFT JOIN user_profiles actor ON actor.id = e.actor_id
         LEFT JOIN order_lines l ON l.id = e.order_line_id
         LEFT JOIN order_styles s ON s.id = l.style_id
         LEFT JOIN LATERAL (SELECT first.actor_id, first.data FROM domain_events first
                             WHERE first.subject_id = e.subject_id ORDER BY first.sequence LIMIT 1) origin ON TRUE
        WHERE e.id = ANY($1::uuid[])`,
      [eventIds, this.config.TZ_HOUSE],
    );
    return new Map(
      rows.map(({ data, origin, ...row }) => [
        row.eventId,
        { ...row, facts: { ...factsOf(origin ?? {}), ...factsOf(data) } },
      ]),
    );
  }
}

/** What is beside the changes, over what the subject was after them. */
function factsOf({ before: _before, after, ...beside }: Record<string, unknown>): Record<string, unknown> {
  return { ...(typeof after === 'object' ? after : {}), ...beside };
}
