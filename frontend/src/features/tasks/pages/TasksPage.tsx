import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ListTodo, Plus } from 'lucide-react';
import { useState } from 'react';
import type { TaskDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { useActor } from '@/shared/session';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Switch } from '@/shared/ui/Checkbox';
import { type Filter, FilterBar } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Pagination } from '@/shared/ui/Pagination';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
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
  const { data, error, isPlaceholderData, isPending, refetch } = useQuery(tasksPage(toQuery(values)));
  const retry = () => void refetch();
  const { view: _view, task: _task, ...narrowing } = values;
  return (
    <Card flush>
      <div className="border-b border-line">
        <FilterBar of="tasks" values={values} onChange={onChange} filters={filters} searchKey="search">
          <Switch
            label="Only overdue"
            checked={values.overdue !== undefined}
            onChange={(only) => onChange({ overdue: only ? 'true' : undefined })}
          />
        </FilterBar>
      </div>
      {error && data && <StaleBanner error={error} onRetry={retry} />}
      {isPending ? (
        <TableSkeleton what="the tasks" columns={6} />
      ) : !data ? (
        <ErrorState title="The tasks could not be loaded" error={error} onRetry={retry} />
      ) : data.results.length > 0 ? (
        <>
          <Table
            caption="Tasks"
            columns={columns}
            rows={data.results}
            rowKey={({ id }) => id}
            ordering={values.ordering ?? 'dueDate'}
            onOrdering={(ordering) => onChange({ ordering: ordering as TasksSearch['ordering'] })}
            stale={isPlaceholderData}
          />
          <Pagination
            page={values.page ?? 1}
            pageSize={pageSize}
            count={data.count}
            countCapped={data.countCapped}
            hasNext={data.next !== null}
            onPage={(page) => onChange({ page })}
            of={['task', 'tasks']}
          />
        </>
      ) : tasksSearch.narrows(narrowing) ? (
        <EmptyState
          title="No task fits all of this"
          actions={
            <Button variant="primary" onClick={() => onChange({ ...tasksSearch.none, view: values.view })}>
              Drop the filters
            </Button>
          }
        >
          The search looks at the title, the text and the order’s number.
        </EmptyState>
      ) : (
        <EmptyState icon={ListTodo} title={empty[values.view ?? 'mine'][0]}>
          {empty[values.view ?? 'mine'][1]}
        </EmptyState>
      )}
    </Card>
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
