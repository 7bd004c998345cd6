import { Lifecycle } from '../../../platform/lifecycle/lifecycle';

export const COMMERCIAL_INVOICE_STATUSES = ['issued', 'cancelled'] as const;
export type CommercialInvoiceStatus = (typeof COMMERCIAL_INVOICE_STATUSES)[number];

export const commercialInvoiceLifecycle = new Lifecycle<CommercialInvoiceStatus>('commercial invoice', {
  issued: ['cancelled'],
  cancelled: [], // its number stays with it: the next invoice has the next
});
