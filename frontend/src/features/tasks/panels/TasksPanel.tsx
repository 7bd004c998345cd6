import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { useCan } from '@/shared/lib/can';
import { daysBetween, plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import type { OrderPanelProps } from '@/shared/lib/order';
import { useActor } from '@/shared/session';
import { Badge, UrgencyChip } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ErrorState, Loading, Skeleton, StaleBanner } from '@/shared/ui/States';
import { tasksOf } from '../api';
import { QuickAdd } from '../components/QuickAdd';
import { ClosesWithGate, PriorityBadge } from '../components/TaskFacts';
import { TaskMenu } from '../components/TaskMenu';
import { TaskTick } from '../components/TaskTick';
import { isOpen, statusNames } from '../vocabulary';

/** What is to be done for an order, by whom and by when. */
export default function TasksPanel({ order }: OrderPanelProps) {
  const may = useCan();
  const { data, error, isPending, refetch } = useQuery(tasksOf(order.id));
  const [withDone, setWithDone] = useState(false);
  const open = data?.filter(isOpen) ?? [];
  const past = data?.filter((task) => !isOpen(task)) ?? [];
  const retry = () => void refetch();

  return (
    <Card title="Tasks">
      {may('task.write') && <QuickAdd order={order} />}
      {error && data && <StaleBanner error={error} onRetry={retry} />}
      {isPending ? (
        <Loading what="the tasks">
          <Skeleton className="mt-4 h-10" />
        </Loading>
      ) : !data ? (
        <ErrorState title="The tasks could not be loaded" error={error} onRetry={retry} />
      ) : (
        <>
          {open.length > 0 ? (
            <TaskList label="Open tasks" tasks={open} />
          ) : (
            <p className="mt-3 text-sm text-muted">Nothing is to be done{past.length > 0 ? ' any more' : ''}.</p>
          )}
          {past.length > 0 && (
            <Button size="sm" variant="quiet" className="-ms-3 mt-2" onClick={() => setWithDone(!withDone)}>
              {withDone
                ? 'Hide what is done'
                : `Show ${plural(past.length, 'task')} that ${past.length === 1 ? 'is' : 'are'} done`}
            </Button>
          )}
          {withDone && <TaskList label="Done and cancelled tasks" tasks={past} />}
        </>
      )}
    </Card>
  );
}

function TaskList({ label, tasks }: { label: string; tasks: readonly TaskDto[] }) {
  return (
    <ul aria-label={label} className="mt-2 divide-y divide-line">
      {tasks.map((task) => (
        <TaskItem key={task.id} task={task} />
      ))}
    </ul>
  );
}

function TaskItem({ task }: { task: TaskDto }) {
  const { id: me } = useActor();
  const { title, description, assignedTo, assignedBy, dueDate, lineLabel, status, priority } = task;
  const who = assignedTo ? (assignedTo.id === me ? 'you' : assignedTo.fullName) : 'nobody yet';
  const from =
    assignedBy && assignedBy.id !== me && assignedBy.id !== assignedTo?.id ? `from ${assignedBy.fullName}` : null;
  return (
    <li className="flex items-start gap-3 py-2.5">
      <TaskTick task={task} className="mt-px" />
      <div className="min-w-0 flex-1">
        <p className={cx('text-sm [overflow-wrap:anywhere]', isOpen(task) ? 'font-medium' : 'text-muted line-through')}>
          {title}
        </p>
        {description && isOpen(task) && (
          <p className="mt-0.5 whitespace-pre-wrap text-[0.8125rem] text-muted [overflow-wrap:anywhere]">
            {description}
          </p>
        )}
        <p className="mt-0.5 text-[0.8125rem] text-muted">{[who, from, lineLabel].filter(Boolean).join(' · ')}</p>
        <ClosesWithGate task={task} />
        {isOpen(task) ? (
          <p className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
            {dueDate && <UrgencyChip days={daysBetween(today(), dueDate)} of="Due" />}
            {(priority === 'urgent' || priority === 'high') && <PriorityBadge task={task} />}
            {status === 'in_progress' && <Badge tone="info">{statusNames[status]}</Badge>}
          </p>
        ) : (
          status === 'cancelled' && <Badge>{statusNames[status]}</Badge>
        )}
      </div>
      <TaskMenu task={task} />
    </li>
  );
}
