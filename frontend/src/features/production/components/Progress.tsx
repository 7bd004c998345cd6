import { useQuery } from '@tanstack/react-query';
import type { ProductionSummaryDto, StageProgressDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { formatDay, formatDecimal, plural } from '@/shared/lib/format';
import { Card } from '@/shared/ui/Card';
import { ErrorState, Loading, Skeleton } from '@/shared/ui/States';
import { Amounts } from '@/shared/ui/Values';
import { productionSummary } from '../api';
import { stages } from '../vocabulary';

/** How far knitting, dyeing and finishing of an order are, each against what it needs. */
export function Progress({ orderId, title = 'Progress' }: { orderId: string; title?: string }) {
  const { data, error, isPending, refetch } = useQuery(productionSummary(orderId));
  return (
    <Card title={title} actions={data && <p className="text-[0.8125rem] text-muted">{periodOf(data)}</p>}>
      {isPending ? (
        <Loading what="the progress">
          <div className="grid gap-5 lg:grid-cols-3">
            {stages.map(({ stage }) => (
              <Skeleton key={stage} className="h-27" />
            ))}
          </div>
        </Loading>
      ) : !data ? (
        <ErrorState title="The progress could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <ul className="mt-1 grid gap-x-8 gap-y-5 lg:grid-cols-3">
          {stages.map(({ stage, name }) => (
            <Stage key={stage} name={name} progress={data[stage]} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function periodOf({ days, firstDate, lastDate }: ProductionSummaryDto): string {
  if (!firstDate || !lastDate) return 'No output yet';
  const when = firstDate === lastDate ? formatDay(firstDate) : `${formatDay(firstDate)} – ${formatDay(lastDate)}`;
  return `${plural(days, 'day')} of output, ${when}`;
}

function Stage({ name, progress }: { name: string; progress: StageProgressDto }) {
  const { totals, percent, basis } = progress;
  return (
    <li className="min-w-0">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-sm font-medium">{name}</h3>
        {percent !== null && <p className="text-sm font-semibold tabular-nums">{formatDecimal(percent, 1)} %</p>}
      </div>
      <Bar label={name} percent={percent} />
      <p className="mt-2 text-sm">
        {totals.length > 0 ? <Amounts of={totals} /> : <span className="text-muted">Nothing yet</span>}
      </p>
      <p className="mt-0.5 text-[0.8125rem] text-muted">{basis}</p>
    </li>
  );
}

/** Past 100 % it is full and green. Without a percentage there is nothing to draw, and the words below say why. */
function Bar({ label, percent }: { label: string; percent: string | null }) {
  const part = percent === null ? null : Math.min(100, Number(percent));
  return (
    <div
      className={cx(
        'mt-2 h-2 overflow-hidden rounded-full',
        part === null ? 'border border-dashed border-line' : 'bg-sunken',
      )}
      {...(part !== null && {
        role: 'progressbar',
        'aria-label': label,
        'aria-valuenow': part,
        'aria-valuetext': `${percent} %`,
      })}
    >
      {part !== null && (
        <div
          className={cx('h-full rounded-full transition-[inline-size]', part >= 100 ? 'bg-good' : 'bg-accent')}
          style={{ inlineSize: `${part}%` }}
        />
      )}
    </div>
  );
}
