import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, Database, DatabaseBackup, HardDrive, MemoryStick, RotateCcw } from 'lucide-react';
import type { BackupStateDto, HouseStateDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';
import { Badge } from '@/shared/ui/Badge';
import { Card, Stat } from '@/shared/ui/Card';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ErrorState, Skeleton, StaleBanner } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Instant } from '@/shared/ui/Values';
import { backupStateQuery, houseStateQuery } from '../api';
import { AdministrationViews } from '../components/AdministrationViews';
import { StorageCard } from '../components/StorageCard';

/** `64.2 GB`, `317 MB` */
const sizeOf = (megabytes: number): string =>
  megabytes < 1024 ? `${megabytes} MB` : `${(megabytes / 1024).toFixed(1)} GB`;

/** How the house runs: its parts, its process, and what it was started with. */
export default function HousePage() {
  const { data, error, isPending, refetch } = useQuery(houseStateQuery);
  const retry = () => void refetch();
  return (
    <>
      <PageHeader
        title="Administration"
        description="How the house runs. All of it is an API call too."
        actions={<AdministrationViews />}
      />
      {isPending ? (
        <Skeleton className="h-96" />
      ) : data ? (
        <div className="flex flex-col gap-5">
          {error && <StaleBanner error={error} onRetry={retry} />}
          <Figures of={data} />
          <div className="grid gap-5 lg:grid-cols-2">
            <Parts of={data} />
            <Process of={data} />
          </div>
          <StorageCard />
          <Card title="Settings of this process" flush>
            <Table caption="Settings" columns={settingColumns} rows={data.settings} rowKey={({ name }) => name} />
          </Card>
        </div>
      ) : (
        <ErrorState title="The state of the house could not be loaded" error={error} onRetry={retry} />
      )}
    </>
  );
}

function Figures({ of }: { of: HouseStateDto }) {
  const { data: backups } = useQuery(backupStateQuery);
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-5">
      <Link to={paths.jobs}>
        <Stat
          icon={RotateCcw}
          label="Jobs that failed for good"
          value={of.deadJobs}
          tone={of.deadJobs ? 'bad' : 'good'}
          hint={of.oldestJobAt ? <>One waits since {<Instant at={of.oldestJobAt} />}</> : 'None waits for its turn'}
        />
      </Link>
      <Link to={paths.backups}>
        <Stat
          icon={DatabaseBackup}
          label="Last backup"
          value={backups ? backups.lastBackup ? <Instant at={backups.lastBackup.asOf} /> : 'None' : '…'}
          tone={backups?.isBackupOverdue ? 'bad' : backups?.lastBackup ? 'good' : 'calm'}
          hint={tried(backups)}
        />
      </Link>
      <Stat icon={Database} label="Database" value={sizeOf(of.databaseSize)} hint={of.databaseVersion} />
      <Stat
        icon={HardDrive}
        label="Free for files"
        value={of.diskFree === null ? 'In a bucket' : sizeOf(of.diskFree)}
        hint="Where files lie"
      />
      <Stat icon={MemoryStick} label="Memory" value={sizeOf(of.memory)} hint="Of this process" />
    </div>
  );
}

function tried(backups: BackupStateDto | undefined): string {
  if (backups?.isDrillOverdue) return 'Not tried out for too long';
  return backups?.lastDrill ? 'Tried out in time' : 'None was tried out yet';
}

function Parts({ of }: { of: HouseStateDto }) {
  const parts = [
    ...of.parts.map(({ name, works }) => ({ name, ...(works ? good : bad) })),
    { name: 'mail', ...(of.mailIsSetUp ? setUp : notSetUp) },
    { name: 'virus scanner', ...(of.scannerIsSetUp ? setUp : notSetUp) },
  ];
  return (
    <Card title="Parts">
      <ul className="flex flex-col divide-y divide-line">
        {parts.map(({ name, ...badge }) => (
          <li key={name} className="flex items-center justify-between gap-3 py-2.5 text-sm first:pt-0 last:pb-0">
            <span className="first-letter:uppercase">{name}</span>
            <Badge tone={badge.tone} icon={badge.icon}>
              {badge.label}
            </Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const good = { tone: 'good', icon: CircleCheck, label: 'Works' } as const;
const bad = { tone: 'bad', icon: CircleX, label: 'Does not answer' } as const;
const setUp = { tone: 'good', icon: CircleCheck, label: 'Set up' } as const;
const notSetUp = { tone: 'calm', icon: undefined, label: 'Not set up' } as const;

function Process({ of }: { of: HouseStateDto }) {
  return (
    <Card title="This process">
      <DescriptionList
        columns={2}
        items={[
          { term: 'Version', value: of.version },
          { term: 'Runs since', value: <Instant at={of.startedAt} /> },
          { term: 'Does', value: doings[of.role] },
          { term: 'Node', value: of.nodeVersion },
          { term: 'Last change to the tables', value: of.migration },
        ]}
      />
    </Card>
  );
}

const doings: Record<HouseStateDto['role'], string> = {
  all: 'Everything',
  api: 'The API, no background work',
  worker: 'Background work',
};

const settingColumns: Column<HouseStateDto['settings'][number]>[] = [
  {
    key: 'name',
    head: 'Name',
    primary: true,
    cell: ({ name }) => <span className="break-all font-mono text-[0.8125rem]">{name}</span>,
  },
  {
    key: 'value',
    head: 'Value',
    cell: ({ value, isSet }) =>
      value !== null ? (
        <span className="break-all">{value}</span>
      ) : (
        <span className="text-muted">{isSet ? 'Set, and secret' : 'Not set'}</span>
      ),
  },
];
