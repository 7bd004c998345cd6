import { PackagePlus } from 'lucide-react';
import type { SampleDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { Button } from '@/shared/ui/Button';

interface TickBarProps {
  samples: readonly SampleDto[];
  onSend: () => void;
  onClear: () => void;
}

/** What was ticked, on whichever page of the list, and what can be done with all of it. */
export function TickBar({ samples, onSend, onClear }: TickBarProps) {
  if (samples.length === 0) return null;
  const orders = [...new Set(samples.map(({ orderNumber }) => orderNumber))];
  return (
    <div
      role="region"
      aria-label="Ticked samples"
      className="sticky bottom-20 z-3 mx-3 mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-line bg-surface px-4 py-2.5 text-sm shadow-lg md:bottom-3"
    >
      <p className="min-w-0 flex-1">
        <span className="font-medium">{plural(samples.length, 'sample')} ticked</span>{' '}
        <span className="text-muted">
          of {orders.slice(0, 3).join(', ')}
          {orders.length > 3 && ` and ${orders.length - 3} more`}
        </span>
      </p>
      <Button size="sm" variant="quiet" onClick={onClear}>
        Untick all
      </Button>
      <Button size="sm" variant="primary" icon={PackagePlus} onClick={onSend}>
        Send as one parcel
      </Button>
    </div>
  );
}
