import { day, id, many, one, ordering, page, searchOf, text } from '@/shared/lib/search';
import { priorities, statuses } from './vocabulary';

/** Whose tasks: my own, those that I gave to others, or all that I see. Mine is not written into the URL. */
export const views = ['given', 'all'] as const;

export const tasksSearch = searchOf({
  search: text(),
  view: one(views),
  status: many(statuses),
  priority: many(priorities),
  overdue: one(['true']),
  dueFrom: day(),
  dueTo: day(),
  ordering: ordering(['dueDate', 'priority', 'createdAt', 'title']),
  page: page(),
  /** The one that is open in the drawer. */
  task: id(),
});
export type TasksSearch = ReturnType<typeof tasksSearch.parse>;
