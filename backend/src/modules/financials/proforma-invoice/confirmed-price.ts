/** SQL: what the last PI that the buyer confirmed asks for the line whose key is given, as {@link AgreedPrice}; null where none does. */
export const confirmedPriceJson = (lineId: string): string => `(
  SELECT json_build_object('paperId', pi.id, 'paper', pi.pi_number, 'price', asked.price::text, 'unit', asked.unit,
    'currency', pi.currency)
  FROM proforma_invoice_lines asked JOIN proforma_invoices pi ON pi.id = asked.proforma_invoice_id
  WHERE asked.order_line_id = ${lineId} AND pi.status = 'confirmed' AND pi.deleted_at IS NULL AND asked.deleted_at IS NULL
  ORDER BY pi.confirmed_at DESC NULLS LAST, pi.version DESC LIMIT 1)`;
