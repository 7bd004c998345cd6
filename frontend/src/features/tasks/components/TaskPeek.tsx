import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TaskDto } from '@/shared/api/generated';
import { gateName } from '@/shared/gates/vocabulary';
import { paths } from '@/shared/lib/paths';
import { Badge } from '@/shared/ui/Badge';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { Drawer } from '@/shared/ui/Drawer';
import { ErrorState, Loading, Skeleton } from '@/shared/ui/States';
import { Instant } from '@/shared/ui/Values';
import { taskOf } from '../api';
import { statusNames } from '../vocabulary';
import { Due, PriorityBadge } from './TaskFacts';
import { TaskMenu } from './TaskMenu';
import { TaskTick } from './TaskTick';

/** One task, as a notice leads to it. */
export function TaskPeek({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: task, error, isPending, refetch } = useQuery(taskOf(id));
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()} title={task?.title ?? 'Task'}>
      {isPending ? (
        <Loading what="the task">
          <Skeleton className="h-40" />
        </Loading>
      ) : !task ? (
        <ErrorState title="The task could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <div className="mb-4 flex items-center justify-between gap-3">
            <span className="flex items-center gap-3 text-sm">
              <TaskTick task={task} />
              <Badge tone={task.status === 'completed' ? 'good' : 'calm'}>{statusNames[task.status]}</Badge>
            </span>
            <TaskMenu task={task} />
          </div>
          {task.description && (
            <p className="mb-4 whitespace-pre-wrap text-sm [overflow-wrap:anywhere]">{task.description}</p>
          )}
          <DescriptionList items={factsOf(task)} />
        </>
      )}
    </Drawer>
  );
}

function factsOf(task: TaskDto) {
  const { orderId, orderNumber, customerName, lineLabel, assignedTo, assignedBy, closesWithGate, completedAt } = task;
  const order = orderId ? (
    <Link to={paths.order(orderId)} className="font-medium underline-offset-2 hover:underline">
      {orderNumber}
    </Link>
  ) : (
    orderNumber
  );
  return [
    {
      term: 'Order',
      value: customerName ? (
        <>
          {order} of {customerName}
        </>
      ) : (
        order
      ),
    },
    ...(lineLabel ? [{ term: 'Line', value: lineLabel }] : []),
    { term: 'Due', value: <Due task={task} /> },
    { term: 'Priority', value: <PriorityBadge task={task} /> },
    { term: 'Who does it', value: assignedTo?.fullName ?? 'nobody yet' },
    { term: 'Given by', value: assignedBy?.fullName ?? '–' },
    ...(closesWithGate ? [{ term: 'Done when approved', value: gateName(closesWithGate) }] : []),
    ...(completedAt ? [{ term: 'Done', value: <Instant at={completedAt} /> }] : []),
  ];
}
