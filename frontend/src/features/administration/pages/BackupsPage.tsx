import { useQuery } from '@tanstack/react-query';
import { Archive, DatabaseBackup, FlaskConical, History } from 'lucide-react';
import type { BackupRunDto, BackupStateDto } from '@/shared/api/generated';
import { formatSize, sentenceCase } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Stat } from '@/shared/ui/Card';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState, ErrorState, Skeleton } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Instant } from '@/shared/ui/Values';
import { backupRunsPage, backupStateQuery, useMakeBackup } from '../api';
import { AdministrationViews } from '../components/AdministrationViews';
import { backupsSearch } from '../search';

/** Whether the house is backed up, and every backup that was made, tried out or restored. */
export default function BackupsPage() {
  const [values, setValues] = useUrlState(backupsSearch);
  const query = useQuery(backupRunsPage(values));
  const state = useQuery(backupStateQuery);
  const make = useMakeBackup();
  const makeNow = () =>
    make.mutate(undefined, {
      onSuccess: () => notify.success('A backup is being made. It stands here once it is there.'),
    });
  return (
    <>
      <PageHeader
        title="Backups"
        description={
          state.data?.dailyAt
            ? `Made every day at ${state.data.dailyAt}, kept for ${state.data.keepDays} days.`
            : 'Made when somebody asks for one.'
        }
        actions={
          <>
            <AdministrationViews />
            <Button icon={DatabaseBackup} busy={make.isPending} onClick={makeNow}>
              Back up now
            </Button>
          </>
        }
      />
      <div className="flex flex-col gap-5">
        {state.isPending ? (
          <Skeleton className="h-28" />
        ) : state.data ? (
          <Figures of={state.data} />
        ) : (
          <ErrorState
            title="The state of the backups could not be loaded"
            error={state.error}
            onRetry={() => void state.refetch()}
          />
        )}
        <ListCard
          of={['run', 'runs']}
          whole="the backups"
          query={query}
          spec={backupsSearch}
          values={values}
          onChange={setValues}
          filters={[]}
          columns={5}
          noMatch="None."
          empty={
            <EmptyState icon={Archive} title="No backup yet">
              Make one here, or with npm run backup.
            </EmptyState>
          }
        >
          {({ ordering = '-startedAt', ...list }) => (
            <Table caption="Backups" columns={columns} rowKey={({ id }) => id} ordering={ordering} {...list} />
          )}
        </ListCard>
      </div>
    </>
  );
}

function Figures({ of }: { of: BackupStateDto }) {
  const { lastBackup, lastDrill } = of;
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Stat
        icon={Archive}
        label="Last backup"
        value={of.isBackupOverdue ? 'Overdue' : lastBackup ? 'Young enough' : 'None yet'}
        tone={of.isBackupOverdue ? 'bad' : lastBackup ? 'good' : 'calm'}
        hint={lastBackup ? <Instant at={lastBackup.asOf ?? lastBackup.startedAt} /> : 'None was made'}
      />
      <Stat
        icon={FlaskConical}
        label="Last drill"
        value={of.isDrillOverdue ? 'Overdue' : lastDrill ? 'Tried out' : 'None yet'}
        tone={of.isDrillOverdue ? 'warn' : lastDrill ? 'good' : 'calm'}
        hint={
          lastDrill?.rtoSeconds != null && lastDrill.rpoSeconds != null
            ? `Back in ${lastDrill.rtoSeconds} s, ${Math.round(lastDrill.rpoSeconds / 60)} min lost`
            : 'No backup was restored aside yet'
        }
      />
      <Stat
        icon={History}
        label="Back to any instant"
        value={walWords[of.walArchiving]}
        tone={of.walArchiving === 'failing' ? 'bad' : of.walArchiving === 'working' ? 'good' : 'calm'}
        hint={of.walArchivedAt ? <Instant at={of.walArchivedAt} /> : 'For the embedded database'}
      />
    </div>
  );
}

const walWords: Record<BackupStateDto['walArchiving'], string> = { off: 'Off', working: 'Works', failing: 'Fails' };

const tones = { running: 'info', done: 'good', failed: 'bad' } as const satisfies Record<BackupRunDto['state'], string>;

const columns: Column<BackupRunDto>[] = [
  {
    key: 'what',
    head: 'What',
    primary: true,
    cell: ({ kind, fileName }) => (
      <span className="block min-w-0">
        <span className="font-medium">{sentenceCase(kind)}</span>
        {fileName && <span className="block break-all text-[0.8125rem] text-muted">{fileName}</span>}
      </span>
    ),
  },
  {
    key: 'state',
    head: 'State',
    badge: true,
    cell: ({ state }) => <Badge tone={tones[state]}>{sentenceCase(state)}</Badge>,
  },
  {
    key: 'holds',
    head: 'Holds',
    cell: ({ size, rows, files, fault }) =>
      fault ? (
        <span className="block max-w-prose break-words text-bad">{fault}</span>
      ) : (
        [
          size === null ? null : formatSize(size),
          rows === null ? null : `${rows.toLocaleString('en')} rows`,
          files === null ? null : `${files.toLocaleString('en')} files`,
        ]
          .filter(Boolean)
          .join(', ') || '–'
      ),
  },
  { key: 'started', head: 'Begun', cell: ({ startedAt }) => <Instant at={startedAt} /> },
  { key: 'finished', head: 'Ended', show: 'wide', cell: ({ finishedAt }) => <Instant at={finishedAt} /> },
];
