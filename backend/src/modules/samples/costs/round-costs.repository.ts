import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { addDays, type Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { scopeOf } from '../../auth/access/capabilities';
import { MOST_GROUPS, type RoundCostDto, type RoundCostsQueryDto } from './round-costs.dto';

/** Older rounds tell little of how a mill works now. */
const DAYS_BACK = 365;

const ROUNDS = `
  SELECT s.round_of_id, s.type, s.version, s.status, s.submission_date,
    coalesce(l.mill_name, o.mill_name) AS mill_name, coalesce(l.color_name, l.color_code) AS color_name,
    lead(s.submission_date) OVER (PARTITION BY s.round_of_id, s.type ORDER BY s.version) AS next_on
  FROM samples s
  JOIN orders o ON o.id = s.order_id AND o.deleted_at IS NULL
  JOIN order_lines l ON l.id = s.order_line_id AND l.deleted_at IS NULL
  WHERE s.deleted_at IS NULL AND s.status <> 'pending' AND s.submission_date >= $1
    AND ($2 OR o.merchandiser_id = $3) AND ($4::text IS NULL OR s.type = $4)`;

/** Sums over the rounds of a year that a person may see. */
@Injectable()
export class RoundCostsRepository {
  constructor(private readonly transaction: Transaction) {}

  /** One statement. */
  list({ type, orderLineId }: RoundCostsQueryDto, day: Day, actor: Actor): Promise<RoundCostDto[]> {
    return this.transaction.manager.query<RoundCostDto[]>(
      `SELECT r.type, r.mill_name AS "millName", r.color_name AS "colorName", count(DISTINCT r.round_of_id)::int AS lines,
         count(*)::int AS rounds, count(*) FILTER (WHERE r.status = 'rejected')::int AS refused,
         round(count(*)::numeric / count(DISTINCT r.round_of_id), 1)::text AS "roundsPerLine",
         coalesce(sum(coalesce(r.next_on, $5::date) - r.submission_date) FILTER (WHERE r.status = 'rejected'), 0)::int AS "lostDays",
         round(avg(coalesce(r.next_on, $5::date) - r.submission_date) FILTER (WHERE r.status = 'rejected'), 1)::text
           AS "daysPerRefusal"
       FROM (${ROUNDS}) r
       WHERE $6::uuid IS NULL OR EXISTS (
         SELECT 1 FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE l.id = $6 AND ($2 OR o.merchandiser_id = $3)
           AND coalesce(l.mill_name, o.mill_name) IS NOT DISTINCT FROM r.mill_name
           AND coalesce(l.color_name, l.color_code) IS NOT DISTINCT FROM r.color_name)
       GROUP BY r.type, r.mill_name, r.color_name
       ORDER BY "lostDays" DESC, rounds DESC, r.mill_name, r.color_name, r.type LIMIT ${MOST_GROUPS}`,
      [
        addDays(day, -DAYS_BACK),
        scopeOf(actor.role, 'sample.read') === 'house',
        actor.id,
        type ?? null,
        day,
        orderLineId ?? null,
      ],
    );
  }
}
