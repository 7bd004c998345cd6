import { Link } from '@tanstack/react-router';
import { cx } from '@/shared/lib/cx';
import { formatDecimal } from '@/shared/lib/format';
import type { Chart } from '../charts';
import { Bars, Legend, seriesLooks } from './Bars';

/** Columns side by side for each row, as for months; where there is no room for them, bars. Each is a link to its rows. */
export function Columns({ chart }: { chart: Chart }) {
  return (
    <>
      <div className="lg:hidden">
        <Bars chart={chart} />
      </div>
      <div className="hidden lg:block">
        <Upright chart={chart} />
      </div>
    </>
  );
}

function Upright({ chart: { rows, series } }: { chart: Chart }) {
  const most = Math.max(1, ...rows.flatMap(({ figures }) => figures.map(({ count }) => count)));
  return (
    <>
      <Legend series={series} />
      <ul className="grid auto-cols-fr grid-flow-col gap-1.5">
        {rows.map((row) => (
          <li key={row.key} className="min-w-0">
            <span className="flex h-44 items-end justify-center gap-0.5 border-b border-line-strong/50">
              {row.figures.map(({ count, to, search }, at) => (
                <Link
                  key={series[at]}
                  to={to}
                  search={search as never}
                  aria-label={`${row.label}, ${series[at]}: ${formatDecimal(String(count))}`}
                  className="group flex h-full min-w-0 max-w-8 flex-1 flex-col items-stretch justify-end rounded-t-sm hover:bg-hover"
                >
                  <span aria-hidden className="pb-0.5 text-center text-xs tabular-nums text-muted">
                    {count > 0 && formatDecimal(String(count))}
                  </span>
                  <span
                    aria-hidden
                    style={{ blockSize: `${(count / most) * 85}%` }}
                    className={cx('shrink-0 rounded-t-sm', seriesLooks[at], count > 0 && 'min-h-0.5')}
                  />
                </Link>
              ))}
            </span>
            <span className="mt-1 block px-1 text-center text-xs leading-tight text-muted">{row.label}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
