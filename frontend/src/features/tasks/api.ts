import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { ifUnchanged } from '@/shared/api/change';
import { deleteTask, getTask, type ListTasksData, listTasks, type TaskDto } from '@/shared/api/generated';
import { everyPage } from '@/shared/api/pages';
import { useTaskNews } from '@/shared/talk/tick';

export type TasksQuery = NonNullable<ListTasksData['query']>;

export const taskKeys = {
  all: ['tasks'] as const,
  list: (query: object) => ['tasks', 'list', query] as const,
  one: (id: string) => ['tasks', 'one', id] as const,
  ofOrder: (orderId: string) => ['tasks', 'order', orderId] as const,
};

export function tasksPage(query: TasksQuery) {
  return queryOptions({
    queryKey: taskKeys.list(query),
    queryFn: async ({ signal }) => (await listTasks({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export function taskOf(id: string) {
  return queryOptions({
    queryKey: taskKeys.one(id),
    queryFn: async ({ signal }) => (await getTask({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** All tasks of an order: what is to be done by its day, then what has none. */
export function tasksOf(orderId: string) {
  return queryOptions({
    queryKey: taskKeys.ofOrder(orderId),
    queryFn: ({ signal }) =>
      everyPage(async (page) => {
        const query = { orderId: [orderId], page, pageSize: 200 };
        return (await listTasks({ query, signal, throwOnError: true })).data;
      }),
  });
}

export function useDeleteTask() {
  return useMutation({
    mutationFn: (task: Pick<TaskDto, 'id' | 'rowVersion'>) =>
      deleteTask({ path: { id: task.id }, headers: ifUnchanged(task), throwOnError: true }),
    onSuccess: useTaskNews(),
  });
}
