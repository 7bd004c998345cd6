import { Injectable } from '@nestjs/common';
import { readPrepared } from '../../platform/database/prepared-read';
import { Transaction } from '../../platform/database/transaction';
import type { Day } from '../../platform/values/day';
import type { WorkspaceDto } from './workspace.dto';

/** What lies under an order, as the order page reads it. */
export type UnderOrder = Omit<WorkspaceDto, 'order'>;

/** The newest hundred rows of `table` as a JSON list of `members`. */
const listOf = (table: string, members: string, newest = 'created_at DESC', ofOrder = 'order_id = $1') => `
  (SELECT coalesce(json_agg(row), '[]') FROM (
     SELECT ${members} FROM ${table} WHERE ${ofOrder} AND deleted_at IS NULL ORDER BY ${newest}, id DESC LIMIT 100
   ) row)`;

const UNDER_ORDER = `
  SELECT
    ${listOf(
      'samples',
      `id, order_line_id AS "orderLineId", type, version, status, submission_date AS "submissionDate", decided_on AS "decidedOn"`,
    )} AS "samples",
    ${listOf(
      'proforma_invoices',
      `id, pi_number AS "piNumber", version, status, amount::text, currency, issue_date AS "issueDate"`,
      'version DESC',
    )} AS "proformaInvoices",
    ${listOf(
      'letters_of_credit',
      `id, lc_number AS "lcNumber", status, amount::text, currency, latest_shipment_date AS "latestShipmentDate", expiry_date AS "expiryDate"`,
      'created_at DESC',
      'id IN (SELECT letter_of_credit_id FROM letter_of_credit_orders WHERE order_id = $1)',
    )} AS "lettersOfCredit",
    ${listOf(
      'shipments',
      `id, carrier_name AS "carrierName", awb_number AS "awbNumber", status, shipping_date AS "shippingDate"`,
      'shipping_date DESC',
      'id IN (SELECT shipment_id FROM shipment_orders WHERE order_id = $1)',
    )} AS "shipments",
    (SELECT coalesce(json_agg(row), '[]') FROM (
       SELECT unit, sum(knitted_quantity)::text AS knitted, sum(dyed_quantity)::text AS dyed,
              sum(finished_quantity)::text AS finished, max(date) AS "lastDay"
       FROM production_metrics WHERE order_id = $1 AND deleted_at IS NULL GROUP BY unit ORDER BY unit
     ) row) AS "output",
    (SELECT json_build_object(
       'steps', count(*) FILTER (WHERE state <> 'not_applicable'),
       'done', count(*) FILTER (WHERE state = 'done'),
       'overdue', count(*) FILTER (WHERE state IN ('open', 'rejected') AND planned_on < $2))
     FROM line_milestones WHERE order_id = $1 AND deleted_at IS NULL) AS "plan",
    (SELECT coalesce(json_agg(row), '[]') FROM (
       SELECT o.id, o.order_id AS "orderId", o.step, o.gates, o.reason,
              to_char(o.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt",
              CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'fullName', u.full_name) END AS "overriddenBy"
       FROM gate_overrides o LEFT JOIN user_profiles u ON u.id = o.overridden_by_id
       WHERE o.order_id = $1 ORDER BY o.created_at DESC, o.id DESC LIMIT 100
     ) row) AS "gateOverrides"`;

/** A read model over the modules of an order: one statement, its JSON built by Postgres. */
@Injectable()
export class WorkspaceRepository {
  constructor(private readonly transaction: Transaction) {}

  /** Of an order that the caller has shown to be visible. @param today decides what is overdue */
  async under(orderId: string, today: Day): Promise<UnderOrder> {
    const [row] = await readPrepared<UnderOrder>(this.transaction, 'under_order', UNDER_ORDER, [orderId, today]);
    return row as UnderOrder;
  }
}
