import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ifUnchanged } from '../api/change';
import { cancelTask, completeTask, reopenTask, startTask, type TaskDto } from '../api/generated';
import { notify } from '../lib/notify';

/** Tasks stand on my day as well, and in the history of their order. */
export function useTaskNews() {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['activity'] });
    void queries.invalidateQueries({ queryKey: ['orders', 'my-day'] });
    return queries.invalidateQueries({ queryKey: ['tasks'] });
  };
}

type Task = Pick<TaskDto, 'id' | 'rowVersion'>;

/** Brings a task to another status. */
export function useMoveTask() {
  return useMutation({
    mutationFn: async ({ task, to, reason }: { task: Task; to: TaskDto['status']; reason?: string }) => {
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
