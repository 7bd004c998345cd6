import { cx } from '@/shared/lib/cx';
import type { Chart, ChartRow } from '../charts';
import { FigureLink } from './FigureLink';

/** The first series is filled, the second striped: they differ without their colours. */
export const seriesLooks = ['bg-accent', 'figure-stripes'] as const;

/** A bar for each row, along a common scale; the number at its end opens its rows. */
export function Bars({ chart: { rows, series } }: { chart: Chart }) {
  const most = Math.max(1, ...rows.flatMap(({ figures }) => figures.map(({ count }) => count)));
  return (
    <>
      <Legend series={series} />
      <ul className="flex flex-col gap-1">
        {rows.map((row) => (
          <li
            key={row.key}
            className="relative -mx-2 grid grid-cols-[minmax(0,7.5rem)_minmax(0,1fr)_auto] items-center gap-x-3 rounded-md px-2 py-0.5 text-sm hover:bg-hover pointer-coarse:py-2 sm:grid-cols-[minmax(0,9.5rem)_minmax(0,1fr)_auto]"
          >
            <span className="min-w-0 leading-tight">
              <span className={cx('block break-words', row.bad && row.figures[0]?.count ? 'font-medium text-bad' : '')}>
                {row.label}
              </span>
              {row.hint && <span className="block text-xs text-muted">{row.hint}</span>}
            </span>
            <span aria-hidden className="flex flex-col gap-0.5">
              {row.figures.map(({ count }, at) => (
                <span
                  key={series[at]}
                  style={{ inlineSize: `${(count / most) * 100}%` }}
                  className={cx(
                    'rounded-e-sm',
                    series.length > 1 ? 'h-2' : 'h-4',
                    row.bad ? 'bg-bad' : seriesLooks[at],
                    count > 0 ? 'min-w-0.5' : 'hidden',
                  )}
                />
              ))}
            </span>
            <Numbers row={row} series={series} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Numbers({ row, series }: { row: ChartRow; series: readonly string[] }) {
  return (
    <span className="flex gap-1 pointer-coarse:gap-2">
      {row.figures.map((figure, at) => (
        <FigureLink
          key={series[at]}
          figure={figure}
          of={`${row.label}, ${series[at]}`}
          fillsRow={row.figures.length === 1}
        />
      ))}
    </span>
  );
}

/** Which look is which series, where there are several. */
export function Legend({ series }: { series: readonly string[] }) {
  if (series.length < 2) return null;
  return (
    <ul aria-label="Legend" className="mb-2 flex flex-wrap gap-4 text-[0.8125rem] text-muted">
      {series.map((name, at) => (
        <li key={name} className="flex items-center gap-1.5">
          <span aria-hidden className={cx('size-3 rounded-sm', seriesLooks[at])} />
          {name}
        </li>
      ))}
    </ul>
  );
}
