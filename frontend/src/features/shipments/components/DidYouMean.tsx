import type { NumberDoubt } from '@/shared/lib/awb';
import { Button } from '@/shared/ui/Button';

/** Numbers that were probably meant, each taken with a press. */
export function DidYouMean({ of, onTake }: { of: NumberDoubt | null; onTake: (number: string) => void }) {
  if (!of?.suggestions.length) return null;
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-[0.8125rem] text-muted">
      Did you mean
      {of.suggestions.map((number) => (
        <Button key={number} size="sm" className="tabular-nums" onClick={() => onTake(number)}>
          {number}
        </Button>
      ))}
    </p>
  );
}
