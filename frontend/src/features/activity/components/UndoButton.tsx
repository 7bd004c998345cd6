import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { toProblem } from '@/shared/api/errors';
import type { ActivityEntryDto } from '@/shared/api/generated';
import { useUndo } from '@/shared/api/undo';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { undoPlan } from '../api';

/** Asks the server first: it says what would be done, or what depends on the change. */
export function UndoButton({ entry }: { entry: ActivityEntryDto }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="quiet" icon={Undo2} className="-ms-2.5" onClick={() => setOpen(true)}>
        Undo<span className="sr-only">: {entry.sentence}</span>
      </Button>
      {open && <UndoDialog entry={entry} onClose={() => setOpen(false)} />}
    </>
  );
}

function UndoDialog({ entry: { id, sentence }, onClose }: { entry: ActivityEntryDto; onClose: () => void }) {
  const { data: plan, error, isPending } = useQuery(undoPlan(id));
  const { mutate, isPending: undoing } = useUndo();
  const possible = plan?.possible === true;
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && onClose()}
      title={plan && !possible ? 'This cannot be undone' : 'Undo this change?'}
      description={`You ${sentence}.`}
      footer={
        <>
          <Button onClick={onClose}>{possible ? 'Cancel' : 'Close'}</Button>
          {possible && (
            <Button variant="primary" busy={undoing} onClick={() => mutate(id, { onSettled: onClose })}>
              Undo it
            </Button>
          )}
        </>
      }
    >
      <div role="status" className="text-sm">
        {isPending && !error && <p className="text-muted">Looking at what depends on it…</p>}
        {error && <p className="text-bad">{toProblem(error).detail}</p>}
        {plan?.reason && <p>{plan.reason}</p>}
        {possible && (
          <>
            <p className="text-muted">It will be written down that you</p>
            <ul className="mt-1 list-disc ps-5">
              {plan.steps.map((step, at) => (
                <li key={`${at}-${step}`}>{step}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}
