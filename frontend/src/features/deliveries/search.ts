import { unitOptions } from '@/shared/forms/options';
import { day, id, many, ordering, page, searchOf, text } from '@/shared/lib/search';

export const deliveriesSearch = searchOf({
  search: text(),
  unit: many(unitOptions.map(({ value }) => value)),
  deliveryDateFrom: day(),
  deliveryDateTo: day(),
  orderId: id(),
  ordering: ordering(['deliveryDate', 'createdAt']),
  page: page(),
});
export type DeliveriesSearch = ReturnType<typeof deliveriesSearch.parse>;
