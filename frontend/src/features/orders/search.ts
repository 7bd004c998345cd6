import { orderTabNames } from '@/shared/lib/order';
import { day, id, many, one, ordering, page, searchOf, text } from '@/shared/lib/search';
import { orderColumnNames } from './columns/vocabulary';
import { categories, delivered, orderTypes, stages, statuses } from './vocabulary';

export const ordersSearch = searchOf({
  search: text(),
  status: many(statuses),
  orderStatus: many(statuses),
  category: many(categories),
  currentStage: many([...stages, delivered]),
  orderType: many(orderTypes),
  merchandiserId: id(),
  etdFrom: day(),
  etdTo: day(),
  withoutEtd: one(['true']),
  unassigned: one(['true']),
  currency: id(),
  orderDateFrom: day(),
  orderDateTo: day(),
  deliveredFrom: day(),
  deliveredTo: day(),
  ordering: ordering(['orderNumber', 'customerName', 'etd', 'orderDate', 'createdAt']),
  page: page(),
  /** Columns beside those that are always there. */
  columns: many(orderColumnNames),
  /** All orders with their lines under them. */
  lines: one(['shown']),
  /** The order that is looked at beside the list. */
  peek: id(),
  /** The saved view that it is seen through. */
  view: id(),
});

/** `line` or `style`: the one that is open in the drawer; `offers`: the line whose mill offers are. */
export const orderSearch = searchOf({ tab: one(orderTabNames), line: id(), style: id(), offers: id() });
