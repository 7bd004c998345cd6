import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleSlash, Gauge, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { OutputCountsDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { cockpitCounts } from '../api';
import type { CockpitSearch } from '../search';

interface Signal {
  label: string;
  count: keyof OutputCountsDto;
  icon: LucideIcon;
  tone: string;
  /** The lines that are counted. */
  shows: Pick<CockpitSearch, 'state' | 'sign'>;
}

const signals: readonly Signal[] = [
  { label: 'Late finish', count: 'late', icon: TriangleAlert, tone: 'text-bad', shows: { state: ['late'] } },
  { label: 'At pace', count: 'at_pace', icon: Gauge, tone: 'text-good', shows: { state: ['at_pace'] } },
  { label: 'No entry since yesterday', count: 'idle', icon: CircleSlash, tone: 'text-warn', shows: { sign: ['idle'] } },
  {
    label: 'Loss over plan',
    count: 'lossOver',
    icon: CircleAlert,
    tone: 'text-urgent',
    shows: { sign: ['loss_over'] },
  },
];

/** How many lines want looking at; each number shows its lines, pressed again all of them. */
export function Signals({
  values,
  onChange,
}: {
  values: CockpitSearch;
  onChange: (values: Partial<CockpitSearch>) => void;
}) {
  const { data } = useQuery(cockpitCounts());
  const shown = ({ state, sign }: Pick<CockpitSearch, 'state' | 'sign'>) => `${state ?? ''}/${sign ?? ''}`;
  return (
    <ul aria-label="What wants looking at" className="mb-5 grid grid-cols-2 gap-3 lg:grid-cols-4">
      {signals.map(({ label, count, icon: Icon, tone, shows }) => {
        const pressed = shown(values) === shown(shows);
        return (
          <li key={count}>
            <button
              type="button"
              aria-pressed={pressed}
              onClick={() =>
                onChange({ state: undefined, sign: undefined, page: undefined, ...(pressed ? {} : shows) })
              }
              className={cx(
                'flex size-full items-start gap-3 rounded-xl border bg-surface px-4 py-3 text-start hover:border-line-strong',
                pressed ? 'border-accent ring-1 ring-accent' : 'border-line',
              )}
            >
              <Icon aria-hidden className={cx('mt-0.5 size-5 shrink-0', tone)} />
              <span className="min-w-0">
                <span className="block text-xl font-semibold leading-6 tabular-nums">{data ? data[count] : '–'}</span>
                <span className="block text-[0.8125rem] text-muted">{label}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
