import { useQuery } from '@tanstack/react-query';
import { DoorOpen, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { GateSetDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { IconButton } from '@/shared/ui/IconButton';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState, ErrorState, TableSkeleton } from '@/shared/ui/States';
import { gateSets, useDeleteGateSet } from '../api';
import { GateSetDrawer } from '../components/GateSetDrawer';

type Asking = { what: 'add' } | { what: 'edit' | 'delete'; set: GateSetDto };

/** Which gates a line is given, by its kind of fabric: no box that does not concern it. */
export default function GateSetsPage() {
  const { data, error, isPending, refetch } = useQuery(gateSets());
  const { mutateAsync: remove } = useDeleteGateSet();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const add = (
    <Button variant="primary" icon={Plus} onClick={() => setAsking({ what: 'add' })}>
      New set
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Gate sets"
        description="Which gates a new line has to pass, by its kind of fabric. The days are the buyer’s; all others are in the set."
        actions={add}
      />
      {isPending && (
        <Card flush>
          <TableSkeleton what="the gate sets" columns={3} />
        </Card>
      )}
      {!data && error && (
        <Card flush>
          <ErrorState title="The gate sets could not be loaded" error={error} onRetry={() => void refetch()} />
        </Card>
      )}
      {data?.length === 0 && (
        <Card flush>
          <EmptyState icon={DoorOpen} title="No sets yet" actions={add}>
            Without a set new lines have no gates.
          </EmptyState>
        </Card>
      )}
      <ul className="grid gap-4" aria-label="Gate sets, in the order in which they are tried">
        {data?.map((set) => (
          <li key={set.id}>
            <SetCard set={set} onAsk={(what) => setAsking({ what, set })} />
          </li>
        ))}
      </ul>
      {asking?.what === 'add' && <GateSetDrawer onClose={close} />}
      {asking?.what === 'edit' && <GateSetDrawer set={asking.set} onClose={close} />}
      {asking?.what === 'delete' && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && close()}
          title={`Delete the gates of ${asking.set.name}?`}
          confirmLabel="Delete set"
          danger
          onConfirm={async () => {
            await remove(asking.set);
            notify.success(`The set ${asking.set.name} is deleted.`);
          }}
        >
          Lines keep the gates they have; new ones of this fabric are given another set.
        </ConfirmDialog>
      )}
    </>
  );
}

function SetCard({ set, onAsk }: { set: GateSetDto; onAsk: (what: 'edit' | 'delete') => void }) {
  const { name, words, gates, isDefault } = set;
  return (
    <Card>
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 text-[0.9375rem] font-semibold">
            {name}
            {isDefault && <Badge tone="accent">Where no other fits</Badge>}
          </h2>
          {words.length > 0 && <p className="mt-1 break-words text-[0.8125rem] text-muted">{words.join(', ')}</p>}
        </div>
        <span className="flex shrink-0">
          <IconButton icon={Pencil} size="sm" label={`Edit the gates of ${name}`} onClick={() => onAsk('edit')} />
          {!isDefault && (
            <IconButton icon={Trash2} size="sm" label={`Delete the set ${name}`} onClick={() => onAsk('delete')} />
          )}
        </span>
      </div>
      <ol className="mt-3 flex flex-wrap gap-1.5" aria-label={`Gates of ${name}`}>
        {gates.map(({ key, name: gate, days }) => (
          <li key={key}>
            <Badge
              title={`To send within ${days.send ?? '–'} d; mill ${days.mill ?? '–'} d, buyer ${days.buyer ?? '–'} d`}
            >
              {gate} <span className="font-normal">{days.buyer === null ? '' : `${days.buyer} d`}</span>
            </Badge>
          </li>
        ))}
      </ol>
    </Card>
  );
}
