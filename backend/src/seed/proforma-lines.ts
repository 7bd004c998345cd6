import type { ClientBase } from 'pg';
import { REVIEWED_ABOVE } from './paper-rows';

const SELLER = 'Prova Fashion & Accessories\nHouse 12, Road 7, Sector 4, Uttara, Dhaka 1230, Bangladesh';

/** What the demo house offers its buyers, and from where on a manager looks first. */
const TERMS = {
  seller: SELLER,
  bankName: 'Standard Chartered Bank',
  bankAddress: '67 Gulshan Avenue, Dhaka 1212, Bangladesh',
  bankBic: 'SCBLBDDX',
  bankAccount: '01-1234567-01',
  incoterm: 'FOB',
  incotermPlace: 'Chattogram',
  incotermYear: 2020,
  portOfLoading: 'Chattogram (BDCGP)',
  partialShipments: true,
  transhipment: true,
  tolerancePercent: '3',
  paymentTerms: 'Irrevocable LC at sight, available by negotiation with any bank in Bangladesh.',
  packing: 'Rolls in polybags, labelled by lot and colour.',
  documentsOffered:
    'Commercial invoice\nPacking list\nBill of lading, or air waybill\nCertificate of origin\nInspection certificate',
  signatory: 'Rahim Uddin, Director',
};

/** What its invoices begin and end with. */
export const LETTERHEAD = {
  ...{ seller: SELLER, bank_name: TERMS.bankName, bank_address: TERMS.bankAddress, bank_bic: TERMS.bankBic },
  ...{ bank_account: TERMS.bankAccount, signatory: TERMS.signatory },
};

/** PIs as they are raised: with the lines of their orders, where these come to the PI's amount, and the house's terms. */
export async function fillProformas(client: ClientBase): Promise<void> {
  await client.query(`UPDATE proforma_settings SET terms = $1, valid_days = 30, review_above = $2`, [
    JSON.stringify(TERMS),
    JSON.stringify([{ amount: `${REVIEWED_ABOVE}.00`, currency: 'USD' }]),
  ]);
  await client.query(
    `UPDATE proforma_invoices p SET
       seller = t.seller, bank_name = t."bankName", bank_address = t."bankAddress", bank_bic = t."bankBic",
       bank_account = t."bankAccount", incoterm = t.incoterm, incoterm_place = t."incotermPlace",
       incoterm_year = t."incotermYear", port_of_loading = t."portOfLoading", partial_shipments = t."partialShipments",
       transhipment = t.transhipment, tolerance_percent = t."tolerancePercent", payment_terms = t."paymentTerms",
       packing = t.packing, documents_offered = t."documentsOffered", signatory = t.signatory,
       buyer = o.customer_name, etd = o.earliest_etd
     FROM orders o, jsonb_to_record($1) AS t (seller text, "bankName" text, "bankAddress" text, "bankBic" text, "bankAccount" text,
         incoterm text, "incotermPlace" text, "incotermYear" int, "portOfLoading" text, "partialShipments" boolean,
         transhipment boolean, "tolerancePercent" numeric, "paymentTerms" text, packing text, "documentsOffered" text,
         signatory text)
     WHERE o.id = p.order_id`,
    [JSON.stringify(TERMS)],
  );
  await client.query(
    `INSERT INTO proforma_invoice_lines (id, created_at, updated_at, proforma_invoice_id, position, order_line_id, mill_offer_id,
       style, colour, description, composition, construction, gsm, width, hs_code, quantity, unit, price, amount, mill_price, commission)
     SELECT gen_random_uuid(), p.created_at, p.created_at, p.id, row_number() OVER (PARTITION BY p.id ORDER BY l.sequence_number, l.id),
       l.id, m.id, s.style_number, coalesce(l.color_name, l.color_code), s.fabric_type, s.fabric_composition, s.construction, s.gsm,
       coalesce(s.finishing_width, s.cuttable_width), '60062200', l.quantity, l.unit, l.prova_price,
       round(l.quantity * l.prova_price, 2), l.mill_price, l.commission
     FROM proforma_invoices p JOIN order_lines l ON l.order_id = p.order_id JOIN order_styles s ON s.id = l.style_id
       LEFT JOIN mill_offers m ON m.order_line_id = l.id AND m.chosen AND m.deleted_at IS NULL
     WHERE p.amount = (SELECT sum(round(a.quantity * a.prova_price, 2)) FROM order_lines a WHERE a.order_id = p.order_id)`,
  );
  await client.query(
    `UPDATE commercial_invoice_lines c SET price_from = 'proforma_invoice', pi_number = p.pi_number
     FROM proforma_invoice_lines l JOIN proforma_invoices p ON p.id = l.proforma_invoice_id AND p.status = 'confirmed'
     WHERE l.order_line_id = c.order_line_id AND l.price = c.unit_price AND l.unit = c.unit`,
  );
}
