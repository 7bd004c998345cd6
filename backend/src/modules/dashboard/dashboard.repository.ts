import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { minorUnitsSql } from '../../platform/values/money';
import type { Day } from '../../platform/values/day';
import type { Actor } from '../auth/access/actor';
import { scopeOf } from '../auth/access/capabilities';
import type { DashboardDto } from './dashboard.dto';

/** `visible` are the open orders that the actor sees; each figure is a JSON member. $1: whose orders (null: all), $2: today. */
const DASHBOARD = `
  WITH visible AS (
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
    (SELECT count(*)::int FROM visible) AS "open",
    (SELECT coalesce(json_agg(row), '[]') FROM (
       SELECT status, count(*)::int AS count FROM orders
       WHERE deleted_at IS NULL AND ($1::uuid IS NULL OR merchandiser_id = $1) GROUP BY status) row) AS "byStatus",
    (SELECT json_build_object(
       'late', count(*) FILTER (WHERE earliest_etd < $2::date),
       'within5', count(*) FILTER (WHERE earliest_etd BETWEEN $2::date AND $2::date + 5),
       'within10', count(*) FILTER (WHERE earliest_etd BETWEEN $2::date + 6 AND $2::date + 10),
       'within30', count(*) FILTER (WHERE earliest_etd BETWEEN $2::date + 11 AND $2::date + 30)) FROM visible) AS "leaving",
    json_build_object(
      'samplesAwaitingDecision', (SELECT count(*)::int FROM samples s JOIN visible o ON o.id = s.order_id
         WHERE s.deleted_at IS NULL AND s.status = 'submitted'),
      'samplesToSend', (SELECT count(*)::int FROM samples s JOIN visible o ON o.id = s.order_id
         WHERE s.deleted_at IS NULL AND s.status = 'pending'),
      'invoicesToConfirm', (SELECT count(*)::int FROM proforma_invoices p JOIN visible o ON o.id = p.order_id
         WHERE p.deleted_at IS NULL AND p.status = 'sent'),
      'creditsExpiring', (SELECT count(*)::int FROM letters_of_credit c JOIN visible o ON o.id = c.order_id
         WHERE c.deleted_at IS NULL AND c.status IN ('issued', 'confirmed')
           AND c.expiry_date BETWEEN $2::date AND $2::date + 14),
      'overdueMilestones', (SELECT coalesce(sum(steps), 0)::int FROM overdue)) AS "attention",
    (SELECT coalesce(json_agg(row), '[]') FROM (
       SELECT sum(round(l.quantity * l.prova_price, ${minorUnitsSql('l.currency')}))::text AS amount, l.currency
       FROM order_lines l JOIN visible o ON o.id = l.order_id
       WHERE l.deleted_at IS NULL AND l.quantity IS NOT NULL AND l.prova_price IS NOT NULL
       GROUP BY l.currency ORDER BY l.currency) row) AS "openValue",
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
