import { currencyOptions } from '@/shared/forms/options';
import { day, id, many, ordering, page, searchOf, text } from '@/shared/lib/search';
import type { Filter } from '@/shared/ui/FilterBar';
import type { InvoicesQuery } from './api';
import { invoiceStatuses, invoiceStatusNames, statuses } from './vocabulary';

export const shipmentsSearch = searchOf({
  search: text(),
  orderId: id(),
  status: many(statuses),
  shippingDateFrom: day(),
  shippingDateTo: day(),
  ordering: ordering(['shippingDate', 'estimatedArrival', 'carrierName']),
  page: page(),
});
export type ShipmentsSearch = ReturnType<typeof shipmentsSearch.parse>;

/** Commercial invoices over all shipments. */
export const invoicesSearch = searchOf({
  search: text(),
  orderId: id(),
  status: many(invoiceStatuses),
  currency: many(currencyOptions('').map(({ value }) => value)),
  issuedFrom: day(),
  issuedTo: day(),
  ordering: ordering(['issueDate', 'invoiceNumber', 'amount']),
  page: page(),
});
export type InvoicesSearch = ReturnType<typeof invoicesSearch.parse>;

/** What narrows the list and its sums alike. */
export function invoicesNarrowed({
  orderId,
  page: _page,
  ordering: _ordering,
  ...rest
}: InvoicesSearch): InvoicesQuery {
  return { ...rest, ...(orderId ? { orderId: [orderId] } : {}) };
}

export const invoiceFilters: Filter<InvoicesSearch>[] = [
  {
    kind: 'many',
    key: 'status',
    label: 'Status',
    options: invoiceStatuses.map((value) => ({ value, label: invoiceStatusNames[value] })),
  },
  { kind: 'many', key: 'currency', label: 'Currency', options: currencyOptions('') },
  { kind: 'days', from: 'issuedFrom', to: 'issuedTo', label: 'Issued' },
];
