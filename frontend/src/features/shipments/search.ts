import { day, id, many, ordering, page, searchOf, text } from '@/shared/lib/search';
import { statuses } from './vocabulary';

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
