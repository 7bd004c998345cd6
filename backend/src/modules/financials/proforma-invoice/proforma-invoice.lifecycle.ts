import { Lifecycle } from '../../../platform/lifecycle/lifecycle';

export const PROFORMA_INVOICE_STATUSES = ['draft', 'sent', 'confirmed', 'cancelled'] as const;
export type ProformaInvoiceStatus = (typeof PROFORMA_INVOICE_STATUSES)[number];

/** Written, sent to the buyer, confirmed by a manager; cancelled from anywhere, with a reason, and kept. */
export const proformaInvoiceLifecycle = new Lifecycle<ProformaInvoiceStatus>('PI', {
  draft: ['sent', 'cancelled'],
  sent: ['confirmed', 'cancelled'],
  confirmed: ['cancelled'],
  cancelled: [], // final: what is wanted instead is a new PI that replaces it
});

/** How a manager's look at a draft stands. */
export const REVIEW_STATES = ['pending', 'approved', 'returned'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
