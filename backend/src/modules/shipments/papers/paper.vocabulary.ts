/** What travels with goods, or is presented for them. */
export const PAPER_KINDS = [
  'commercial_invoice',
  'packing_list',
  'bill_of_lading',
  'air_waybill',
  'certificate_of_origin',
  'inspection_certificate',
  'beneficiary_certificate',
  'insurance_certificate',
  'weight_list',
  'other',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** How far a paper is. */
export const PAPER_STATES = ['missing', 'drafted', 'ready', 'sent'] as const;
export type PaperState = (typeof PAPER_STATES)[number];
