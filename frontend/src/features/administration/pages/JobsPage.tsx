import { useQuery } from '@tanstack/react-query';
import { CircleCheck, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { JobDto, QueueDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import type { Filter } from '@/shared/ui/FilterBar';
import { IconButton } from '@/shared/ui/IconButton';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState, ErrorState, TableSkeleton } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Instant } from '@/shared/ui/Values';
import { jobsPage, queuesQuery, useDiscardJob, useResendJob, useResendJobs } from '../api';
import { AdministrationViews } from '../components/AdministrationViews';
import { type JobsSearch, jobsSearch } from '../search';
import { jobLooks, jobStates, queueName } from '../vocabulary';

const filters: Filter<JobsSearch>[] = [
  {
    kind: 'many',
    key: 'state',
    label: 'State',
    options: jobStates.map((value) => ({ value, label: jobLooks[value].label })),
  },
];

/** Work in the background: how much waits, and what failed for good. */
export default function JobsPage() {
  const [values, setValues] = useUrlState(jobsSearch);
  const query = useQuery(jobsPage(values));
  const [discarding, setDiscarding] = useState<JobDto | null>(null);
  return (
    <>
      <PageHeader
        title="Jobs"
        description="What is done in the background. What failed ten times waits here for you."
        actions={<AdministrationViews />}
      />
      <div className="flex flex-col gap-5">
        <ListCard
          of={['job', 'jobs']}
          query={query}
          spec={jobsSearch}
          values={values}
          onChange={setValues}
          filters={filters}
          filtersStay
          columns={5}
          noMatch="What is done is kept for twelve hours."
          empty={
            <EmptyState icon={CircleCheck} title="No job failed for good">
              A job that fails is tried again by itself, nine times within half an hour.
            </EmptyState>
          }
        >
          {({ ordering = '-createdAt', ...list }) => (
            <Table
              caption="Jobs"
              columns={jobColumns(setDiscarding)}
              rowKey={({ id }) => id}
              ordering={ordering}
              {...list}
            />
          )}
        </ListCard>
        <Queues />
      </div>
      {discarding && <DiscardJob job={discarding} onClose={() => setDiscarding(null)} />}
    </>
  );
}

function jobColumns(onDiscard: (job: JobDto) => void): Column<JobDto>[] {
  return [
    {
      key: 'queue',
      head: 'Job',
      primary: true,
      cell: ({ queue, data }) => (
        <span className="block min-w-0">
          <span className="font-medium">{queueName(queue)}</span>
          <span className="block break-all font-mono text-xs text-muted">
            {Object.entries(data)
              .map(([name, value]) => `${name} ${String(value)}`)
              .join(', ')}
          </span>
        </span>
      ),
    },
    {
      key: 'state',
      head: 'State',
      badge: true,
      cell: ({ state }) => <Badge tone={jobLooks[state].tone}>{jobLooks[state].label}</Badge>,
    },
    {
      key: 'fault',
      head: 'Why',
      cell: ({ fault, tries, triesAtMost }) => (
        <span className="block max-w-prose break-words">
          {fault ?? '–'}
          {tries > 0 && (
            <span className="block text-[0.8125rem] text-muted">
              {tries} of {plural(triesAtMost, 'try', 'tries')}
            </span>
          )}
        </span>
      ),
    },
    { key: 'created', head: 'Asked', orderBy: 'createdAt', cell: ({ createdAt }) => <Instant at={createdAt} /> },
    {
      key: 'ended',
      head: 'Ended',
      orderBy: 'endedAt',
      show: 'wide',
      cell: ({ endedAt }) => <Instant at={endedAt} />,
    },
    { key: 'deeds', head: 'Actions', align: 'end', cell: (job) => <Deeds job={job} onDiscard={onDiscard} /> },
  ];
}

function Deeds({ job, onDiscard }: { job: JobDto; onDiscard: (job: JobDto) => void }) {
  const resend = useResendJob();
  if (job.state !== 'dead') return null;
  const what = `${queueName(job.queue)} of ${job.createdAt}`;
  return (
    <span className="flex items-center justify-end gap-1.5">
      <Button
        size="sm"
        icon={RotateCcw}
        busy={resend.isPending}
        aria-label={`Send again: ${what}`}
        onClick={() => resend.mutate(job, { onSuccess: () => notify.success('The job is queued again.') })}
      >
        Send again
      </Button>
      <IconButton icon={Trash2} label={`Give up: ${what}`} onClick={() => onDiscard(job)} />
    </span>
  );
}

function DiscardJob({ job, onClose }: { job: JobDto; onClose: () => void }) {
  const discard = useDiscardJob();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Give this job up?"
      confirmLabel="Give up"
      danger
      onConfirm={() => discard.mutateAsync(job)}
    >
      What it was to do is not done, and cannot be brought back from here.
    </ConfirmDialog>
  );
}

function Queues() {
  const { data, error, isPending, refetch } = useQuery(queuesQuery);
  return (
    <Card title="Queues" flush>
      {isPending ? (
        <TableSkeleton what="the queues" columns={6} rows={8} />
      ) : data ? (
        <Table caption="Queues" columns={queueColumns} rows={data.queues} rowKey={({ name }) => name} />
      ) : (
        <ErrorState title="The queues could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
    </Card>
  );
}

const queueColumns: Column<QueueDto>[] = [
  { key: 'name', head: 'Queue', primary: true, cell: ({ name }) => queueName(name) },
  { key: 'waiting', head: 'Waiting', align: 'end', cell: ({ waiting }) => waiting },
  { key: 'later', head: 'Later', align: 'end', show: 'wide', cell: ({ later }) => later },
  { key: 'running', head: 'Running', align: 'end', cell: ({ running }) => running },
  { key: 'since', head: 'Oldest waits since', show: 'widest', cell: (queue) => <Instant at={queue.waitingSince} /> },
  { key: 'done', head: 'Last done', show: 'wide', cell: ({ lastDoneAt }) => <Instant at={lastDoneAt} /> },
  { key: 'schedule', head: 'By the clock', show: 'widest', cell: ({ schedule }) => schedule ?? '–' },
  { key: 'dead', head: 'Failed for good', align: 'end', cell: (queue) => <DeadOf queue={queue} /> },
];

function DeadOf({ queue }: { queue: QueueDto }) {
  const resend = useResendJobs();
  if (!queue.dead) return <>0</>;
  return (
    <Button
      size="sm"
      icon={RotateCcw}
      busy={resend.isPending}
      aria-label={`Send all again: ${queueName(queue.name)}`}
      onClick={() =>
        resend.mutate(queue, {
          onSuccess: ({ resent }) => notify.success(`${plural(resent, 'job is', 'jobs are')} queued again.`),
        })
      }
    >
      Send {queue.dead} again
    </Button>
  );
}
