import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MissingFileDto, StorageStateDto, StorageSweepDto } from '@/shared/api/generated';
import { formatSize } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { Pagination } from '@/shared/ui/Pagination';
import { ErrorState, Skeleton } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Instant } from '@/shared/ui/Values';
import { missingFilesPage, storageStateQuery, useSweepStorage } from '../api';

/** Whether what is stored and what the house knows of are the same. */
export function StorageCard() {
  const { data, error, isPending, refetch } = useQuery(storageStateQuery);
  const sweep = useSweepStorage();
  const ask = (deletes: boolean) =>
    sweep.mutate({ deletes }, { onSuccess: () => notify.success('The files are looked through now.') });
  const busy = sweep.isPending || Boolean(data?.running);
  return (
    <Card
      title="Files"
      actions={
        <div className="flex flex-wrap justify-end gap-2">
          <Button size="sm" busy={busy} onClick={() => ask(false)}>
            Compare now
          </Button>
          {Boolean(data?.lastSweep?.unused) && (
            <Button size="sm" disabled={busy} onClick={() => ask(true)}>
              Delete what is unused
            </Button>
          )}
        </div>
      }
    >
      {isPending ? (
        <Skeleton className="h-24" />
      ) : data ? (
        <>
          <DescriptionList columns={2} items={itemsOf(data)} />
          {data.missingFiles > 0 && <Missing count={data.missingFiles} />}
        </>
      ) : (
        <ErrorState title="The state of the files could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
    </Card>
  );
}

const drivers = { disk: 'On the disk', gcs: 'Google Cloud Storage', s3: 'S3' } as const;

const itemsOf = ({ driver, lastSweep, running, missingFiles }: StorageStateDto) => [
  { term: 'Kept', value: drivers[driver] },
  { term: 'Last compared', value: running ? 'Just now, at work' : <Last of={lastSweep} /> },
  {
    term: 'Stored',
    value: lastSweep && `${lastSweep.listed} files, ${formatSize(lastSweep.listedBytes)}`,
  },
  {
    term: 'Unused for more than a day',
    value: lastSweep && (lastSweep.unused ? `${lastSweep.unused} files, ${formatSize(lastSweep.unusedBytes)}` : 'None'),
  },
  { term: 'Gone', value: missingFiles ? <Badge tone="bad">{missingFiles}</Badge> : 'None' },
  { term: 'Not ours, never touched', value: lastSweep && (lastSweep.unknown || 'None') },
];

function Last({ of }: { of: StorageSweepDto | null }) {
  if (!of) return 'Not yet';
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Instant at={of.startedAt} />
      {of.state === 'held' && <Badge tone="bad">Too many are unused: nothing deleted</Badge>}
      {of.state === 'failed' && <Badge tone="bad">Not finished</Badge>}
    </span>
  );
}

const columns: Column<MissingFileDto>[] = [
  { key: 'file', head: 'File', cell: ({ fileName, key }) => fileName ?? key },
  {
    key: 'order',
    head: 'Order',
    cell: ({ orderId, orderNumber }) =>
      orderId ? (
        <Link to={paths.order(orderId)} className="text-accent underline-offset-2 hover:underline">
          {orderNumber}
        </Link>
      ) : (
        '–'
      ),
  },
  { key: 'noticed', head: 'Noticed', cell: ({ noticedAt }) => <Instant at={noticedAt} /> },
];

/** What a backup has to bring back, or somebody to send again. */
function Missing({ count }: { count: number }) {
  const [page, setPage] = useState(1);
  const { data } = useQuery(missingFilesPage(page));
  return (
    <div className="mt-5">
      <p className="mb-3 text-sm text-muted">
        The house knows of these files, and its storage does not have them any more. A restore puts them back.
      </p>
      <Table caption="Files that are gone" columns={columns} rows={data?.results ?? []} rowKey={({ id }) => id} />
      {count > 25 && <Pagination page={page} pageSize={25} count={count} of={['file', 'files']} onPage={setPage} />}
    </div>
  );
}
