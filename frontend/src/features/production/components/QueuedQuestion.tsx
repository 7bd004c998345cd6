import { useMutation } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { correctProductionEntry } from '@/shared/api/generated';
import { reportProblem } from '@/shared/api/errors';
import { useOverride } from '@/shared/gates/override';
import { formatQuantity } from '@/shared/lib/format';
import { Button } from '@/shared/ui/Button';
import { useProductionNews } from '../api';
import { asAnother, drop, type QueuedNumber, sendNumber } from '../output-queue';

/** What the server said of a number, and what can be done about it. The number stays on this device until then. */
export function QueuedQuestion({ number, mayCorrect }: { number: QueuedNumber; mayCorrect: boolean }) {
  const news = useProductionNews();
  const { attempt, question } = useOverride();
  const again = useMutation({
    meta: { ownErrors: true }, // they stand here
    mutationFn: () => attempt((override) => sendNumber(number, override)),
    onSuccess: () => void news.all(),
  });
  const correct = useMutation({
    meta: { ownErrors: true },
    mutationFn: () =>
      correctProductionEntry({
        path: { id: number.standingId ?? '' },
        body: { quantity: number.quantity, unit: number.unit },
        throwOnError: true,
      }),
    onSuccess: () => {
      drop(number.key);
      void news.all();
    },
    onError: reportProblem,
  });
  const busy = again.isPending || correct.isPending;
  return (
    <div role="alert" className="mt-2 rounded-lg bg-warn-tint px-3 py-2.5 text-sm">
      <p className="flex items-start gap-2 text-warn">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        {number.message}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {number.state === 'asking' ? (
          <>
            {mayCorrect && number.standingId && (
              <Button size="sm" variant="primary" busy={correct.isPending} onClick={() => correct.mutate()}>
                Correct it to {formatQuantity(number.quantity, number.unit)}
              </Button>
            )}
            <Button size="sm" disabled={busy} onClick={() => asAnother(number.key)}>
              Enter as another lot
            </Button>
          </>
        ) : (
          <Button size="sm" busy={again.isPending} onClick={() => again.mutate()}>
            Send again
          </Button>
        )}
        <Button size="sm" variant="quiet" disabled={busy} onClick={() => drop(number.key)}>
          Drop it
        </Button>
      </div>
      {question}
    </div>
  );
}
