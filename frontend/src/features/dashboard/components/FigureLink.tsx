import { Link } from '@tanstack/react-router';
import { cx } from '@/shared/lib/cx';
import { formatDecimal } from '@/shared/lib/format';
import type { Figure } from '../charts';

interface FigureLinkProps {
  figure: Figure;
  /** What it counts, for readers: “Greige, orders”. */
  of: string;
  /** The whole row is its target; the row is `relative`. */
  fillsRow?: boolean;
}

/** A number that opens its rows. */
export function FigureLink({ figure: { count, to, search }, of, fillsRow = false }: FigureLinkProps) {
  return (
    <Link
      to={to}
      search={search as never}
      className={cx(
        'inline-block min-w-11 rounded px-1 py-0.5 text-end tabular-nums hover:underline',
        count > 0 ? 'font-semibold text-accent-text' : 'text-muted',
        fillsRow ? 'after:absolute after:inset-0 after:content-[""]' : 'touch-target',
      )}
    >
      <span className="sr-only">{of}: </span>
      {formatDecimal(String(count))}
    </Link>
  );
}
