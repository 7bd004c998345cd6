import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import type { Day } from '../../platform/values/day';
import type { Actor } from '../auth/access/actor';
import { scopeOf } from '../auth/access/capabilities';
import type { DashboardDto } from './dashboard.dto';
import { HOUSE } from '../orders/kept-totals';

const sumOf = (figure: string, where: string) =>
  `(SELECT coalesce(sum(count), 0)::int FROM kept WHERE figure = '${figure}' AND ${where})`;

/** A day of `kept`, so many days from today: days are kept as they are written, and compare as days do. */
const day = (after: number) => `($2::date + ${after})::text`;
const between = (first: number, last: number) => `key BETWEEN ${day(first)} AND ${day(last)}`;

/**
 * `kept` are the sums of what is counted (docs/domain/figures.md), `visible` the open orders that the actor sees; each figure
 * is a JSON member. $1: whose orders (null: all), $2: today.
 */
const DASHBOARD = `
  WITH kept AS (
    SELECT figure, key, sum(count) AS count, sum(amount) AS amount FROM house_figures
    WHERE whose = coalesce($1::uuid, '${HOUSE}') AND figure IN ('status', 'etd', 'value', 'sample', 'invoice', 'expiry')
    GROUP BY figure, key HAVING sum(count) <> 0
  ), visible AS (
    SELECT id, order_number, customer_name, earliest_etd, status, current_stage, merchandiser_id
    FROM orders
    WHERE deleted_at IS NULL AND status NOT IN ('completed', 'archived') AND ($1::uuid IS NULL OR merchandiser_id = $1)
  ), overdue AS (
    SELECT m.order_id, count(*)::int AS steps
    FROM line_milestones m JOIN visible o ON o.id = m.order_id
    WHERE m.deleted_at IS NULL AND m.state IN ('open', 'rejected') AND m.planned_on < $2::date
    GROUP BY m.order_id
  )
  SELECT
    ${sumOf('status', `key NOT IN ('completed', 'archived')`)} AS "open",
    (SELECT coalesce(json_agg(json_build_object('status', key, 'count', count)), '[]') FROM kept WHERE figure = 'status')
      AS "byStatus",
    json_build_object(
      'late', ${sumOf('etd', `key < ${day(0)}`)},
      'within5', ${sumOf('etd', between(0, 5))},
      'within10', ${sumOf('etd', between(6, 10))},
      'within30', ${sumOf('etd', between(11, 30))}) AS "leaving",
    json_build_object(
      'samplesAwaitingDecision', ${sumOf('sample', `key = 'submitted'`)},
      'samplesToSend', ${sumOf('sample', `key = 'pending'`)},
      'invoicesToConfirm', ${sumOf('invoice', `key = 'sent'`)},
      'creditsExpiring', ${sumOf('expiry', between(0, 14))},
      'overdueMilestones', (SELECT coalesce(sum(steps), 0)::int FROM overdue)) AS "attention",
    (SELECT coalesce(json_agg(json_build_object('amount', amount::text, 'currency', key) ORDER BY key), '[]')
      FROM kept WHERE figure = 'value') AS "openValue",
    (SELECT coalesce(json_agg(row), '[]') FROM (
       SELECT o.id, o.order_number AS "orderNumber", o.customer_name AS "customerName", o.earliest_etd AS "earliestEtd",
              o.status, o.current_stage AS "currentStage", u.full_name AS "merchandiserName",
              coalesce(d.steps, 0) AS "overdueMilestones"
       FROM visible o LEFT JOIN overdue d ON d.order_id = o.id LEFT JOIN user_profiles u ON u.id = o.merchandiser_id
       WHERE o.earliest_etd IS NOT NULL ORDER BY o.earliest_etd, o.id LIMIT 10) row) AS "next"`;

/** The home page's figures: one statement. */
@Injectable()
export class DashboardRepository {
  constructor(private readonly transaction: Transaction) {}

  async read(actor: Actor, today: Day): Promise<Omit<DashboardDto, 'today'>> {
    const whose = scopeOf(actor.role, 'dashboard.read') === 'house' ? null : actor.id;
    const [row] = await this.transaction.manager.query<Omit<DashboardDto, 'today'>[]>(DASHBOARD, [whose, today]);
    return row as Omit<DashboardDto, 'today'>;
  }
}
