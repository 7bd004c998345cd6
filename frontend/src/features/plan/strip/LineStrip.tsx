import { Link } from '@tanstack/react-router';
import type { PlanGridLineDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { formatDay, plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { holderNames } from '@/shared/plan/holders';
import { StepMark } from '@/shared/plan/StepMark';
import { Popover } from '@/shared/ui/Popover';
import { type Cluster, clustersOf, leadOf, nextPoints, type Point, placeOf, pointsOf, type Span } from './points';
import { StepFacts } from './StepFacts';

interface LineStripProps {
  line: PlanGridLineDto;
  span: Span;
  /** Of the strip, in pixels. */
  width: number;
}

const percent = (place: number) => `${(place * 100).toFixed(2)}%`;

/** The steps of a line on its days: above what is planned, on the line what happened and what is forecast. */
export function LineStrip({ line, span, width }: LineStripProps) {
  const points = pointsOf(line);
  const clusters = clustersOf(points, span, width);
  const moved = points.filter(({ step, on }) => step.plannedOn && step.plannedOn !== on);
  return (
    <div className="relative h-14">
      <span aria-hidden className="absolute inset-x-0 top-6 h-px bg-line" />
      {moved.map(({ step }) => (
        <span
          key={step.id}
          aria-hidden
          className="absolute top-0.5 -translate-x-1/2 rtl:translate-x-1/2"
          style={{ insetInlineStart: percent(placeOf(step.plannedOn ?? '', span)) }}
        >
          <StepMark mark="plan" className="size-2.5!" />
        </span>
      ))}
      {line.etd && !line.closed && (
        <span
          aria-hidden
          title={`ETD ${formatDay(line.etd)}`}
          className="absolute top-2 h-8 border-s-2 border-dashed border-ink/50"
          style={{ insetInlineStart: percent(placeOf(line.etd, span)) }}
        />
      )}
      <ol aria-label={`Steps of ${line.lineLabel}`}>
        {clusters.map((cluster, at) => {
          const next = clusters[at + 1];
          const room = ((next?.at ?? 1.06) - cluster.at) * width;
          return (
            <li
              key={cluster.points[0].step.id}
              className="absolute top-3 flex -translate-x-1/2 flex-col items-center rtl:translate-x-1/2"
              style={{ insetInlineStart: percent(cluster.at) }}
            >
              <ClusterButton cluster={cluster} line={line} room={room} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** @param room pixels until the next one: whether its name fits under it */
function ClusterButton({ cluster, line, room }: { cluster: Cluster; line: PlanGridLineDto; room: number }) {
  const { points } = cluster;
  const lead = leadOf(cluster);
  const many = points.length > 1;
  const named = !many && room >= 84;
  return (
    <>
      <Popover
        label={many ? `${plural(points.length, 'step')} of ${line.lineLabel}` : lead.step.label}
        trigger={
          <button
            type="button"
            aria-label={points.map(sentence).join('; ')}
            className="touch-target grid size-6 place-items-center rounded-full bg-surface hover:bg-hover"
          >
            <StepMark mark={lead.mark} late={lead.late} className={lead.mark === 'critical' ? 'size-3.5!' : ''} />
          </button>
        }
      >
        <div className="flex flex-col divide-y divide-line *:py-2 *:first:pt-0">
          {points.map(({ step }) => (
            <StepFacts key={step.id} step={step} closed={line.closed} />
          ))}
        </div>
        <Link
          to={paths.order(line.orderId)}
          search={{ tab: 'plan' } as never}
          className="mt-1 inline-block font-medium text-accent-text hover:underline"
        >
          Open the plan
        </Link>
      </Popover>
      <span
        aria-hidden
        className={cx(
          'pointer-events-none max-w-20 truncate text-[0.6875rem] leading-3.5 text-muted',
          lead.mark === 'critical' && 'font-semibold text-ink',
          lead.late && lead.mark !== 'actual' && 'text-bad!',
        )}
      >
        {many ? `${points.length}` : named ? lead.step.label : ''}
      </span>
    </>
  );
}

const words: Record<Point['mark'], string> = {
  actual: 'done',
  forecast: 'forecast',
  critical: 'critical, forecast',
  plan: 'planned',
  rejected: 'rejected, forecast',
};

const sentence = ({ step, on, mark, late }: Point): string =>
  `${step.label}: ${words[mark]} ${formatDay(on)}${late ? ', too late for the ETD' : ''}`;

/** On a phone: the next steps of the line in words. */
export function NextSteps({ line }: { line: PlanGridLineDto }) {
  const next = nextPoints(line, 3);
  if (next.length === 0) return <p className="text-[0.8125rem] text-muted">Every step is done.</p>;
  return (
    <ol aria-label={`Next steps of ${line.lineLabel}`} className="flex flex-col gap-1 text-[0.8125rem]">
      {next.map(({ step, on, mark, late }) => (
        <li key={step.id} className="flex items-center gap-2">
          <StepMark mark={mark} late={late} />
          <span className={cx('min-w-0 truncate', mark === 'critical' && 'font-semibold', late && 'text-bad')}>
            {step.label}
          </span>
          <span className="ms-auto shrink-0 text-muted">
            {holderNames[step.holder]} · <span className="tabular-nums">{formatDay(on)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
