import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ListTodo, Plus } from 'lucide-react';
import { useState } from 'react';
import type { TaskDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { useActor } from '@/shared/session';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Switch } from '@/shared/ui/Checkbox';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Tabs } from '@/shared/ui/Tabs';
import { tasksPage, type TasksQuery } from '../api';
import { NewTaskDrawer } from '../components/TaskDrawers';
import { ClosesWithGate, Due, PriorityBadge } from '../components/TaskFacts';
import { TaskMenu } from '../components/TaskMenu';
import { TaskPeek } from '../components/TaskPeek';
import { TaskTick } from '../components/TaskTick';
import { type TasksSearch, tasksSearch } from '../search';
import { openStatuses, priorityOptions, statusNames, statusOptions } from '../vocabulary';

const pageSize = 25;

/** What I am to do, what I asked of others, and all that there is to do on the orders I see. */
export default function TasksPage() {
  const actor = useActor();
  const [values, setValues] = useUrlState(tasksSearch);
  const [asking, setAsking] = useState(false);
  const may = useCan();
  const newTask = may('task.write') && (
    <Button variant="primary" icon={Plus} onClick={() => setAsking(true)}>
      New task
    </Button>
  );
  const list = <TaskTable values={values} onChange={setValues} />;

  return (
    <>
      <PageHeader title="Tasks" description="What is to be done, by whom and by when." actions={newTask} />
      <Tabs
        label="Whose tasks"
        value={values.view ?? 'mine'}
        onChange={(view) => setValues({ ...tasksSearch.none, view: view === 'mine' ? undefined : view })}
        tabs={[
          { value: 'mine', label: 'Mine', content: list },
          { value: 'given', label: 'Given by me', content: list },
          { value: 'all', label: actor.role === 'merchandiser' ? 'On my orders' : 'Of the house', content: list },
        ]}
      />
      {values.task && <TaskPeek key={values.task} id={values.task} onClose={() => setValues({ task: undefined })} />}
      {asking && <NewTaskDrawer onClose={() => setAsking(false)} />}
    </>
  );
}

interface TaskTableProps {
  values: TasksSearch;
  onChange: (change: Partial<TasksSearch>) => void;
}

function TaskTable({ values, onChange }: TaskTableProps) {
  const query = useQuery(tasksPage(toQuery(values)));
  return (
    <ListCard
      of={['task', 'tasks']}
      query={query}
      spec={tasksSearch}
      values={values}
      onChange={onChange}
      kept={['view', 'task']}
      filters={filters}
      filtersStay // done and cancelled ones are found by them
      besideFilters={
        <Switch
          label="Only overdue"
          checked={values.overdue !== undefined}
          onChange={(only) => onChange({ overdue: only ? 'true' : undefined })}
        />
      }
      columns={6}
      noMatch="The search looks at the title, the text and the order’s number."
      empty={
        <EmptyState icon={ListTodo} title={empty[values.view ?? 'mine'][0]}>
          {empty[values.view ?? 'mine'][1]}
        </EmptyState>
      }
    >
      {({ ordering = 'dueDate', ...list }) => (
        <Table caption="Tasks" columns={columns} rowKey={({ id }) => id} ordering={ordering} {...list} />
      )}
    </ListCard>
  );
}

const empty = {
  mine: ['Nothing to do', 'What you or others ask of you stands here, the most pressing first.'],
  given: ['You asked nothing of others', 'Give a colleague a task, and see here when it is done.'],
  all: ['Nothing to do on these orders', 'Tasks of every order that you see stand here, whoever does them.'],
} as const;

const filters: Filter<TasksSearch>[] = [
  { kind: 'many', key: 'status', label: 'Status', options: statusOptions },
  { kind: 'many', key: 'priority', label: 'Priority', options: priorityOptions },
  { kind: 'days', from: 'dueFrom', to: 'dueTo', label: 'Due' },
];

const columns: Column<TaskDto>[] = [
  {
    key: 'title',
    head: 'Task',
    primary: true,
    orderBy: 'title',
    cell: (task) => (
      <span className="flex items-start gap-3">
        <TaskTick task={task} />
        <span className="min-w-0">
          <span className="font-medium [overflow-wrap:anywhere]">{task.title}</span>
          {task.description && (
            <span className="block max-w-prose whitespace-pre-wrap text-[0.8125rem] font-normal text-muted">
              {task.description}
            </span>
          )}
          <span className="block font-normal">
            <ClosesWithGate task={task} />
          </span>
        </span>
      </span>
    ),
  },
  {
    key: 'order',
    head: 'Order',
    cell: ({ orderId, orderNumber, lineLabel }) => (
      <span className="block">
        {orderId ? (
          <Link to={paths.order(orderId)} className="whitespace-nowrap font-medium underline-offset-2 hover:underline">
            {orderNumber}
          </Link>
        ) : (
          orderNumber
        )}
        {lineLabel && <span className="block text-[0.8125rem] text-muted">{lineLabel}</span>}
      </span>
    ),
  },
  { key: 'due', head: 'Due', orderBy: 'dueDate', cell: (task) => <Due task={task} /> },
  { key: 'priority', head: 'Priority', orderBy: 'priority', cell: (task) => <PriorityBadge task={task} /> },
  {
    key: 'who',
    head: 'Who',
    cell: ({ assignedTo, assignedBy }) => (
      <span className="block">
        {assignedTo?.fullName ?? <span className="text-muted">nobody yet</span>}
        {assignedBy && assignedBy.id !== assignedTo?.id && (
          <span className="block text-[0.8125rem] text-muted">from {assignedBy.fullName}</span>
        )}
      </span>
    ),
  },
  {
    key: 'status',
    head: 'Status',
    badge: true,
    cell: ({ status }) => (
      <Badge tone={status === 'completed' ? 'good' : status === 'in_progress' ? 'info' : 'calm'}>
        {statusNames[status]}
      </Badge>
    ),
  },
  { key: 'actions', head: 'Actions', align: 'end', cell: (task) => <TaskMenu task={task} /> },
];

/** The URL's words as the API's. Done and cancelled ones only where they are asked for. */
function toQuery({ view, status, overdue, task: _task, ...rest }: TasksSearch): TasksQuery {
  return {
    ...rest,
    ...(view === 'all' ? {} : view === 'given' ? { given: true } : { mine: true }),
    ...(overdue ? { overdue: true } : {}),
    status: status ?? [...openStatuses],
    pageSize,
  };
}
