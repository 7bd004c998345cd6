import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { VersionedRepository } from '../../../platform/database/versioned.repository';
import type { Day } from '../../../platform/values/day';
import type { Waiver } from '../waivers/waivers';
import { WAIVERS } from '../waivers/waivers.repository';
import type { PresentedFacts, PresentedPaper } from './facts';
import { Presentation } from './presentation.entity';

/** An LC that pays for the orders of a shipment. */
export interface PayingCredit {
  id: string;
  lcNumber: string;
}

/** A paper of the shipment, as its list has it. */
export interface ListedPaper extends PresentedPaper {
  id: string;
}

/** What lies under a shipment and is to be presented. */
export interface ToBePresented {
  invoice: PresentedFacts['invoice'];
  packed: PresentedFacts['packed'];
  papers: ListedPaper[];
  /** Under the LC before, this invoice left out. */
  drawn: string;
  /** When the bank got the documents of this invoice; null while it has not. */
  presentedOn: Day | null;
  waivers: Waiver[];
}

const INVOICE = `
  SELECT jsonb_build_object('number', i.invoice_number, 'amount', i.amount::text, 'currency', i.currency, 'buyer', i.buyer,
    'seller', i.seller, 'term', i.incoterm, 'place', i.incoterm_place, 'notes', i.notes,
    'proformas', coalesce((SELECT jsonb_agg(DISTINCT l.pi_number) FROM commercial_invoice_lines l
      WHERE l.invoice_id = i.id AND l.pi_number IS NOT NULL), '[]'), 'goods', coalesce((SELECT jsonb_agg(jsonb_build_object('quantity', l.quantity::text, 'unit', l.unit,
      'price', l.unit_price::text, 'description', l.description) ORDER BY l.sequence_number)
      FROM commercial_invoice_lines l WHERE l.invoice_id = i.id), '[]'))
  FROM commercial_invoices i WHERE i.shipment_id = $2 AND i.status = 'issued'`;

const PACKED = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('unit', unit, 'quantity', quantity::text)), '[]') FROM (
    SELECT l.unit, sum(c.quantity * (p.last_number - p.first_number + 1)) AS quantity
    FROM shipment_packages p JOIN package_contents c ON c.package_id = p.id JOIN shipment_lines l ON l.id = c.shipment_line_id
    WHERE p.shipment_id = $2 GROUP BY l.unit) packed`;

const PAPERS = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'title', p.title, 'wording', p.wording, 'isThere', p.state <> 'missing',
    'originals', p.originals, 'copies', p.copies) ORDER BY p.created_at, p.id), '[]')
  FROM shipment_papers p WHERE p.shipment_id = $2 AND p.deleted_at IS NULL`;

const DRAWN = `
  SELECT coalesce(sum(d.amount), 0)::text FROM letter_of_credit_drawings d
  WHERE d.letter_of_credit_id = $1 AND d.deleted_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM commercial_invoices i WHERE i.shipment_id = $2 AND i.invoice_number = d.reference)`;

const PRESENTED = `
  SELECT max(d.presented_on)::text FROM letter_of_credit_drawings d JOIN commercial_invoices i ON i.invoice_number = d.reference
  WHERE d.letter_of_credit_id = $1 AND d.deleted_at IS NULL AND i.shipment_id = $2 AND i.status = 'issued'`;

@Injectable()
export class PreflightRepository extends VersionedRepository<Presentation> {
  constructor(transaction: Transaction) {
    super(transaction, Presentation);
  }

  /** Of a shipment that the caller has shown to be visible. */
  find(shipmentId: string): Promise<Presentation | null> {
    return this.rows.findOneBy({ shipmentId });
  }

  /** Open ones that pay for every order on a shipment; the first to expire leads. */
  credits(shipmentId: string): Promise<PayingCredit[]> {
    return this.transaction.manager.query<PayingCredit[]>(
      `SELECT c.id, c.lc_number AS "lcNumber" FROM letters_of_credit c
        WHERE c.deleted_at IS NULL AND c.closed_on IS NULL
          AND c.id IN (SELECT x.letter_of_credit_id FROM letter_of_credit_orders x JOIN shipments s ON s.order_id = x.order_id
            WHERE s.id = $1)
          AND NOT EXISTS (SELECT 1 FROM shipment_orders y JOIN orders o ON o.id = y.order_id AND o.deleted_at IS NULL
            WHERE y.shipment_id = $1 AND NOT EXISTS (SELECT 1 FROM letter_of_credit_orders x
              WHERE x.letter_of_credit_id = c.id AND x.order_id = y.order_id))
        ORDER BY c.status = 'expired', c.expiry_date, c.id`,
      [shipmentId],
    );
  }

  /** In one statement; of an LC and a shipment that the caller has shown to be visible. */
  async toBePresented(letterOfCreditId: string, shipmentId: string): Promise<ToBePresented> {
    const [row] = await this.transaction.manager.query<ToBePresented[]>(
      `SELECT (${INVOICE}) AS invoice, (${PACKED}) AS packed, (${PAPERS}) AS papers, (${DRAWN}) AS drawn, (${PRESENTED}) AS "presentedOn", (${WAIVERS}) AS waivers`,
      [letterOfCreditId, shipmentId],
    );
    return row as ToBePresented;
  }
}
