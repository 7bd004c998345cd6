import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { StorageStateDto, StorageSweepDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { formatDecimal, formatSize, plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { ErrorState, Loading, Skeleton, StaleBanner } from '@/shared/ui/States';
import { Instant } from '@/shared/ui/Values';
import { storageStateQuery, useSweepStorage } from '../api';
import { MissingFiles } from './MissingFiles';

/** Whether what is stored and what the house knows of are the same. */
export function StorageCard() {
  const may = useCan()('storage.manage');
  const { data, error, isPending, refetch } = useQuery(storageStateQuery);
  const sweep = useSweepStorage();
  const [asksToDelete, setAsksToDelete] = useState(false);
  const retry = () => void refetch();
  const begun = { onSuccess: () => notify.success('The files are looked through now.') };
  const last = data?.lastSweep;
  const busy = sweep.isPending || Boolean(data?.running);
  return (
    <Card
      title="Files"
      actions={
        may &&
        data && (
          <>
            {Boolean(last?.unused) && (
              <Button size="sm" disabled={busy} onClick={() => setAsksToDelete(true)}>
                Delete what is unused
              </Button>
            )}
            <Button size="sm" busy={busy} onClick={() => sweep.mutate({ deletes: false }, begun)}>
              Compare now
            </Button>
          </>
        )
      }
    >
      {isPending ? (
        <Loading what="the state of the files">
          <Skeleton className="h-36" />
        </Loading>
      ) : data ? (
        <div className="mt-2 flex flex-col gap-5">
          {error && <StaleBanner error={error} onRetry={retry} />}
          {last?.state === 'held' && !data.running && <Held sweep={last} />}
          <DescriptionList columns={3} items={itemsOf(data)} />
          {data.missingFiles > 0 && <MissingFiles />}
        </div>
      ) : (
        <ErrorState title="The state of the files could not be loaded" error={error} onRetry={retry} />
      )}
      {last && (
        <DeleteUnused
          open={asksToDelete}
          onOpenChange={setAsksToDelete}
          sweep={last}
          onConfirm={() => sweep.mutateAsync({ deletes: true, seenSweepId: last.id }, begun)}
        />
      )}
    </Card>
  );
}

/** Why nothing was deleted, and what to look at before it is. */
function Held({ sweep }: { sweep: StorageSweepDto }) {
  return (
    <section aria-label="Nothing was deleted" className="flex gap-3 rounded-xl bg-warn-tint px-4 py-3 text-sm text-ink">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <div className="min-w-0">
        <p className="font-medium">Nothing was deleted: far more is unused than any day leaves behind.</p>
        <p className="mt-1 text-pretty">
          {formatDecimal(String(sweep.unused))} of {plural(sweep.listed, 'file')} ({formatSize(sweep.unusedBytes)}) are
          named by no row. The house may have been started with another database, or with an old one. Look at that
          first; if they really are of no use, delete them.
        </p>
      </div>
    </section>
  );
}

interface DeleteUnusedProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  sweep: StorageSweepDto;
  onConfirm: () => Promise<unknown>;
}

/** Names what goes; of a sweep that was held, how much of all that is. */
function DeleteUnused({ open, onOpenChange, sweep, onConfirm }: DeleteUnusedProps) {
  const isHeld = sweep.state === 'held';
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Delete ${plural(sweep.unused, 'unused file')}?`}
      confirmLabel={`Delete ${plural(sweep.unused, 'file')}`}
      danger
      onConfirm={onConfirm}
    >
      <p>
        {isHeld
          ? `They are ${share(sweep)} of all files, and hold ${formatSize(sweep.unusedBytes)} of ${formatSize(sweep.listedBytes)}.`
          : `They hold ${formatSize(sweep.unusedBytes)}.`}{' '}
        All is compared once more before that: what a row names by then stays, and so does everything if more is unused
        than this.
      </p>
      <p className="mt-2">A deleted file comes back from a backup alone.</p>
    </ConfirmDialog>
  );
}

/** `81 %` */
const share = ({ unused, listed }: StorageSweepDto): string => `${Math.round((100 * unused) / listed)} %`;

const drivers = { disk: 'On the disk', gcs: 'Google Cloud Storage', s3: 'S3' } as const;

const itemsOf = ({ driver, lastSweep, running, missingFiles }: StorageStateDto) => [
  { term: 'Kept', value: drivers[driver] },
  { term: 'Last compared', value: running ? 'Just now, at work' : <Last of={lastSweep} /> },
  { term: 'Stored', value: lastSweep && filled(lastSweep.listed, lastSweep.listedBytes) },
  { term: 'Unused for more than a day', value: lastSweep && filled(lastSweep.unused, lastSweep.unusedBytes) },
  { term: 'Gone', value: missingFiles ? <Badge tone="bad">{plural(missingFiles, 'file')}</Badge> : 'None' },
  {
    term: 'Not ours, never touched',
    value: lastSweep && (lastSweep.unknown ? plural(lastSweep.unknown, 'file') : 'None'),
  },
];

const filled = (files: number, bytes: number): string =>
  files ? `${plural(files, 'file')}, ${formatSize(bytes)}` : 'None';

function Last({ of }: { of: StorageSweepDto | null }) {
  if (!of) return 'Not yet';
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Instant at={of.startedAt} />
      {of.state === 'held' && <Badge tone="warn">Held</Badge>}
      {of.state === 'failed' && <Badge tone="bad">Not finished</Badge>}
    </span>
  );
}
