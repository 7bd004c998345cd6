import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import type { Waiver } from '../waivers/waivers';
import { WAIVERS } from '../waivers/waivers.repository';
import type { ArrivalFacts, InvoiceFacts, LineFacts } from './facts';

/** An order on an LC, and what it is held against it with. */
export interface CoveredFacts {
  orderId: string;
  orderNumber: string;
  merchandiserId: string | null;
  invoices: InvoiceFacts[];
  lines: LineFacts[];
}

const INVOICED = `
  SELECT i.order_line_id FROM letter_of_credit_proforma_invoices y
    JOIN proforma_invoices pi ON pi.id = y.proforma_invoice_id AND pi.deleted_at IS NULL AND pi.status <> 'cancelled'
    JOIN proforma_invoice_lines i ON i.proforma_invoice_id = pi.id AND i.deleted_at IS NULL
  WHERE y.letter_of_credit_id = x.letter_of_credit_id AND pi.order_id = o.id AND i.order_line_id IS NOT NULL`;

/** Where the LC's PIs name the goods of an order, its other lines are not under the LC. What left is not forecast any more. */
const LINES = `
  SELECT jsonb_agg(jsonb_build_object(
      'orderNumber', o.order_number, 'style', s.style_number,
      'label', concat_ws(' · ', s.style_number, coalesce(l.color_name, l.color_code), coalesce(l.cad_name, l.cad_code)),
      'composition', s.fabric_composition, 'gsm', s.gsm::text, 'hsCode', NULL, 'quantity', l.quantity::text, 'unit', l.unit,
      'price', l.prova_price::text, 'currency', l.currency, 'etd', coalesce(l.etd, o.etd),
      'forecastOn', CASE WHEN l.status IN ('completed', 'archived') THEN NULL ELSE p.forecast_on END,
      'likelyOn', CASE WHEN l.status IN ('completed', 'archived') THEN NULL ELSE p.p80_on END
    ) ORDER BY s.sequence_number, l.sequence_number)
  FROM order_lines l JOIN order_styles s ON s.id = l.style_id LEFT JOIN line_plans p ON p.order_line_id = l.id
  WHERE l.order_id = o.id AND l.deleted_at IS NULL AND (l.id IN (${INVOICED}) OR NOT EXISTS (${INVOICED}))`;

const INVOICE_LINES = `
  SELECT jsonb_agg(jsonb_build_object('label', concat_ws(' · ', i.style, i.colour), 'style', i.style, 'composition', i.composition,
      'gsm', i.gsm::text, 'hsCode', i.hs_code, 'quantity', i.quantity::text, 'unit', i.unit, 'price', i.price::text,
      'currency', pi.currency) ORDER BY i.position)
  FROM proforma_invoice_lines i WHERE i.proforma_invoice_id = pi.id AND i.deleted_at IS NULL`;

const INVOICES = `
  SELECT jsonb_agg(jsonb_build_object('orderNumber', o.order_number, 'piNumber', pi.pi_number, 'issueDate', pi.issue_date, 'amount', pi.amount::text,
      'currency', pi.currency, 'seller', pi.seller, 'buyer', pi.buyer, 'incoterm', pi.incoterm, 'incotermPlace', pi.incoterm_place,
      'incotermYear', pi.incoterm_year, 'portOfLoading', pi.port_of_loading, 'portOfDischarge', pi.port_of_discharge, 'etd', pi.etd,
      'partialShipments', pi.partial_shipments, 'transhipment', pi.transhipment, 'tolerancePercent', pi.tolerance_percent::text,
      'paymentTerms', pi.payment_terms, 'documentsOffered', pi.documents_offered,
      'lines', coalesce((${INVOICE_LINES}), '[]')) ORDER BY pi.pi_number)
  FROM letter_of_credit_proforma_invoices y JOIN proforma_invoices pi ON pi.id = y.proforma_invoice_id
  WHERE y.letter_of_credit_id = x.letter_of_credit_id AND pi.order_id = o.id AND pi.deleted_at IS NULL AND pi.status <> 'cancelled'`;

/** What an LC is held against, and which of its findings may stand. */
export interface HeldAgainst {
  covered: CoveredFacts[];
  waivers: Waiver[];
}

const COVERED = `
  SELECT o.id AS "orderId", o.order_number AS "orderNumber", o.merchandiser_id AS "merchandiserId",
    coalesce((${INVOICES}), '[]') AS invoices, coalesce((${LINES}), '[]') AS lines
  FROM letter_of_credit_orders x JOIN orders o ON o.id = x.order_id AND o.deleted_at IS NULL
  WHERE x.letter_of_credit_id = $1 ORDER BY o.order_number`;

const HELD = `SELECT (SELECT coalesce(jsonb_agg(c), '[]') FROM (${COVERED}) c) AS covered, (${WAIVERS}) AS waivers`;

@Injectable()
export class FindingsRepository {
  constructor(private readonly transaction: Transaction) {}

  /** In one statement; of an LC that the caller has shown to be visible. */
  async heldAgainst(letterOfCreditId: string): Promise<HeldAgainst> {
    const [row] = await this.transaction.manager.query<HeldAgainst[]>(HELD, [letterOfCreditId]);
    return row as HeldAgainst;
  }
}

/** Of the orders that are seen what they hold, of the others their numbers. */
export function factsOf(covered: readonly CoveredFacts[], isSeen: (order: CoveredFacts) => boolean): ArrivalFacts {
  const seen = covered.filter(isSeen);
  return {
    invoices: seen.flatMap(({ invoices }) => invoices),
    lines: seen.flatMap(({ lines }) => lines),
    unseenOrders: covered.filter((order) => !isSeen(order)).map(({ orderNumber }) => orderNumber),
  };
}
