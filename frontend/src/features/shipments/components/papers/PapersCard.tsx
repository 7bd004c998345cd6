import { useQuery } from '@tanstack/react-query';
import { Paperclip, Plus, UserRound } from 'lucide-react';
import { useState } from 'react';
import type { ShipmentDto, ShipmentPaperDto } from '@/shared/api/generated';
import { newIdempotencyKey } from '@/shared/api/change';
import { reportProblem } from '@/shared/api/errors';
import { useCan } from '@/shared/lib/can';
import { notify } from '@/shared/lib/notify';
import { Badge, type Tone } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { EmptyState, ErrorState, TableSkeleton } from '@/shared/ui/States';
import { papersOf, useAddPapers } from '../../cargo';
import { paperName, type PaperState, stateNames, usualPapers } from '../../vocabulary';
import { NewPaperDrawer } from './NewPaperDrawer';
import { PaperDrawer } from './PaperDrawer';

const tones: Record<PaperState, Tone> = { missing: 'warn', drafted: 'info', ready: 'good', sent: 'good' };

/** The papers that a shipment needs: how far each is, and whose work it is. */
export function PapersCard({ shipment }: { shipment: ShipmentDto }) {
  const mayWrite = useCan()('shipment.write');
  const { data: papers, error, refetch } = useQuery(papersOf(shipment.id));
  const [opened, setOpened] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [key, setKey] = useState(newIdempotencyKey);
  const add = useAddPapers(shipment.id);
  const usual = usualPapers(shipment.mode).filter((kind) => !papers?.some((paper) => paper.kind === kind));
  const addUsual = () =>
    add.mutate(
      { papers: usual.map((kind) => ({ kind })), key },
      {
        onSuccess: () => notify.success('The usual papers are on the list. Say whose work each is.'),
        onError: reportProblem,
        onSettled: () => setKey(newIdempotencyKey()),
      },
    );
  const open = papers?.find(({ id }) => id === opened);
  const done = papers?.filter(({ state }) => state === 'ready' || state === 'sent').length ?? 0;
  const buttons = mayWrite && (
    <>
      {usual.length > 0 && (
        <Button size="sm" busy={add.isPending} onClick={addUsual}>
          Add the usual
        </Button>
      )}
      <Button size="sm" icon={Plus} onClick={() => setAdding(true)}>
        Add a paper
      </Button>
    </>
  );

  return (
    <Card
      title={papers?.length ? `Papers: ${done} of ${papers.length} ready` : 'Papers'}
      actions={papers && papers.length > 0 && buttons}
      flush
    >
      {!papers ? (
        error ? (
          <ErrorState title="The papers could not be loaded" error={error} onRetry={() => void refetch()} />
        ) : (
          <TableSkeleton what="the papers" columns={3} rows={4} />
        )
      ) : papers.length === 0 ? (
        <EmptyState icon={Paperclip} title="No papers on the list yet" actions={buttons}>
          What the LC or the buyer wants to see, each with whoever sees to it.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {papers.map((paper) => (
            <li key={paper.id}>
              <PaperRow paper={paper} onOpen={() => setOpened(paper.id)} />
            </li>
          ))}
        </ul>
      )}
      {open && <PaperDrawer key={open.id} paper={open} onClose={() => setOpened(null)} />}
      {adding && <NewPaperDrawer shipmentId={shipment.id} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function PaperRow({ paper, onOpen }: { paper: ShipmentPaperDto; onOpen: () => void }) {
  const { state, ownerName, required, originals, copies, file } = paper;
  const wanted = [
    originals ? `${originals} ${originals === 1 ? 'original' : 'originals'}` : null,
    copies ? `${copies} ${copies === 1 ? 'copy' : 'copies'}` : null,
    required ? null : 'not required',
    file?.fileName,
  ].filter(Boolean);
  const nobody = !ownerName && required && state === 'missing';
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-start text-sm hover:bg-hover sm:px-5"
    >
      <span className="min-w-0 flex-1 basis-48">
        <span className="block break-words font-medium">{paperName(paper)}</span>
        {wanted.length > 0 && (
          <span className="block break-words text-[0.8125rem] text-muted">{wanted.join(' · ')}</span>
        )}
      </span>
      <span className={nobody ? 'text-warn' : 'text-muted'}>
        <UserRound aria-hidden className="me-1 inline size-3.5" />
        {ownerName ?? 'Nobody yet'}
      </span>
      <Badge tone={tones[state]}>{stateNames[state]}</Badge>
    </button>
  );
}
