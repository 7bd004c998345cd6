import { ordering, page, searchOf, text, many } from '@/shared/lib/search';

export const usersSearch = searchOf({
  search: text(),
  role: many(['admin', 'manager', 'merchandiser']),
  ordering: ordering(['fullName', 'email', 'createdAt']),
  page: page(),
});
export type UsersSearch = ReturnType<typeof usersSearch.parse>;
