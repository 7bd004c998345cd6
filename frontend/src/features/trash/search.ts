import { id, many, one, page, searchOf, text } from '@/shared/lib/search';
import { kindNames } from './vocabulary';

export const trashSearch = searchOf({
  search: text(),
  kind: many(kindNames),
  orderId: id(),
  deletedBy: id(),
  page: page(),
});
export type TrashSearch = ReturnType<typeof trashSearch.parse>;

export const deletionStatuses = ['pending', 'approved', 'declined', 'withdrawn'] as const;

export const deletionRequestsSearch = searchOf({
  search: text(),
  status: many(deletionStatuses),
  role: one(['approver', 'requester']),
  page: page(),
});
export type DeletionRequestsSearch = ReturnType<typeof deletionRequestsSearch.parse>;
