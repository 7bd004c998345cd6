import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ifUnchanged } from '@/shared/api/change';
import {
  cancelTask,
  completeTask,
  deleteTask,
  getTask,
  type ListTasksData,
  listTasks,
  reopenTask,
  startTask,
  type TaskDto,
} from '@/shared/api/generated';
import { everyPage } from '@/shared/api/pages';
import { notify } from '@/shared/lib/notify';
import type { TaskStatus } from './vocabulary';

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

/** Tasks stand on my day as well, and in the history of their order. */
export function useTaskNews() {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['activity'] });
    void queries.invalidateQueries({ queryKey: ['orders', 'my-day'] });
    return queries.invalidateQueries({ queryKey: taskKeys.all });
  };
}

type Task = Pick<TaskDto, 'id' | 'rowVersion'>;

/** Brings a task to another status. */
export function useMoveTask() {
  return useMutation({
    mutationFn: async ({ task, to, reason }: { task: Task; to: TaskStatus; reason?: string }) => {
      const asked = { path: { id: task.id }, headers: ifUnchanged(task), throwOnError: true } as const;
      if (to === 'completed') return (await completeTask(asked)).data;
      if (to === 'in_progress') return (await startTask(asked)).data;
      if (to === 'pending') return (await reopenTask(asked)).data;
      return (await cancelTask({ ...asked, body: reason ? { reason } : {} })).data;
    },
    onSuccess: useTaskNews(),
  });
}

/** Ticks a task off, or takes the tick back; either can be undone at once. */
export function useTick() {
  const { mutate, isPending } = useMoveTask();
  const tick = (task: Pick<TaskDto, 'id' | 'rowVersion' | 'title' | 'status'>) => {
    const done = task.status === 'completed';
    mutate(
      { task, to: done ? 'pending' : 'completed' },
      {
        onSuccess: (moved) => {
          if (done) notify.info(`“${task.title}” is open again.`);
          else {
            const undo = () => mutate({ task: moved, to: 'pending' });
            notify.success(`Done: “${task.title}”.`, { label: 'Undo', run: undo });
          }
        },
      },
    );
  };
  return { tick, isPending };
}

export function useDeleteTask() {
  return useMutation({
    mutationFn: (task: Task) => deleteTask({ path: { id: task.id }, headers: ifUnchanged(task), throwOnError: true }),
    onSuccess: useTaskNews(),
  });
}
