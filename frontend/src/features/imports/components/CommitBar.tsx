import { Check, CloudUpload } from 'lucide-react';
import { useId } from 'react';
import type { DryRunDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { Button } from '@/shared/ui/Button';

export interface CommitBarProps {
  dryRun: DryRunDto;
  /** Decisions are on their way to the server. */
  waiting: boolean;
  busy: boolean;
  onCommit: () => void;
}

/** Always in sight: what would be made, what is left out, and the button that makes it. */
export function CommitBar({ dryRun: { counts, blockers }, waiting, busy, onCommit }: CommitBarProps) {
  const whyId = useId();
  const isBlocked = blockers.length > 0 && !waiting; // what waits may be what was missing
  const { orders, lines, problemRows, cells } = counts;
  const left = [
    problemRows > 0 && `${plural(problemRows, 'row')} cannot become a line yet`,
    cells.refused > 0 && `${plural(cells.refused, 'cell')} cannot be taken`,
    cells.notApplicable > 0 && `${cells.notApplicable} not applicable`,
    cells.rejected > 0 && `${cells.rejected} rejected`,
    cells.notes > 0 && plural(cells.notes, 'note'),
  ].filter(Boolean);
  return (
    <section
      aria-label="Create"
      className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-5 gap-y-2.5 border-t border-line bg-canvas/92 px-4 py-3 backdrop-blur-md max-md:bottom-15 sm:-mx-6 sm:px-6"
    >
      <div className="min-w-0 flex-1 text-sm tabular-nums">
        <p className="font-medium">
          {plural(lines, 'line')}, {plural(cells.taken, 'cell')} taken
        </p>
        {blockers.length > 0 ? (
          <p id={whyId} className="text-[0.8125rem] text-bad">
            {blockers[0]}
          </p>
        ) : (
          left.length > 0 && <p className="text-[0.8125rem] text-muted max-sm:line-clamp-2">{left.join(' · ')}</p>
        )}
      </div>
      <p role="status" className="flex items-center gap-1.5 text-[0.8125rem] text-muted max-sm:sr-only">
        {waiting ? <CloudUpload aria-hidden className="size-4" /> : <Check aria-hidden className="size-4" />}
        {waiting ? 'Keeping your changes…' : 'All changes kept'}
      </p>
      <Button
        variant="primary"
        size="lg"
        busy={busy}
        disabled={isBlocked}
        aria-describedby={isBlocked ? whyId : undefined}
        onClick={onCommit}
      >
        {orders > 1 ? `Create ${plural(orders, 'order')}` : 'Create order'}
      </Button>
    </section>
  );
}
