import { useQuery } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';
import { cx } from '@/shared/lib/cx';
import type { PapersCounted } from '../api';
import type { MoneySearch } from '../search';

/** A count that is a filter: the papers which want somebody to do something. */
interface Wanting {
  label: string;
  icon: LucideIcon;
  /** The filters that show what is counted. */
  shows: Partial<MoneySearch>;
  counted: PapersCounted;
}

interface AttentionProps {
  wanting: readonly Wanting[];
  values: MoneySearch;
  /** The whole search in place of that of before. */
  onShow: (shows: Partial<MoneySearch>) => void;
}

/** Each number shows its papers, pressed again all of them. */
export function Attention({ wanting, ...rest }: AttentionProps) {
  return (
    <ul aria-label="What wants doing" className="mb-4 flex flex-wrap gap-2">
      {wanting.map((each) => (
        <li key={each.label}>
          <Count of={each} {...rest} />
        </li>
      ))}
    </ul>
  );
}

interface CountProps extends Omit<AttentionProps, 'wanting'> {
  of: Wanting;
}

function Count({ of: { label, icon: Icon, shows, counted }, values, onShow }: CountProps) {
  const { data: count } = useQuery(counted);
  const pressed = (Object.keys(shows) as (keyof MoneySearch)[]).every(
    (key) => String(values[key]) === String(shows[key]),
  );
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={() => onShow(pressed ? {} : shows)}
      className={cx(
        'touch-tall inline-flex items-center gap-2 rounded-full border bg-surface px-3 py-1.5 text-sm hover:border-line-strong',
        pressed ? 'border-accent ring-1 ring-accent' : 'border-line',
      )}
    >
      <Icon aria-hidden className={cx('size-4 shrink-0', count ? 'text-warn' : 'text-muted')} />
      {label} <strong className="font-semibold tabular-nums">{count ?? '–'}</strong>
    </button>
  );
}
