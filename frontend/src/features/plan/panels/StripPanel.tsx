import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMedia } from '@/shared/lib/media';
import type { PlanGridLineDto } from '@/shared/api/generated';
import { formatDay, plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import type { OrderPanelProps } from '@/shared/lib/order';
import { useRoom } from '@/shared/lib/width';
import { type Mark, StepMark } from '@/shared/plan/StepMark';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ErrorState, Skeleton } from '@/shared/ui/States';
import { gridOfOrder } from '../api';
import { ForecastChip } from '../components/ForecastChip';
import { LineStrip, NextSteps } from '../strip/LineStrip';
import { monthsIn, placeOf, type Span, spanOf } from '../strip/points';

/** Lines shown before the person asks for the rest: on a wide screen, and on a phone. */
const FEW = { wide: 4, narrow: 2 };

/** Pixels that a line takes, and those of the frame around all of them: what is on its way is given as much. */
const HEIGHTS = { wide: { line: 56, frame: 71 }, narrow: { line: 162, frame: 31 } } as const;

const legend: readonly [Mark, string][] = [
  ['plan', 'planned'],
  ['forecast', 'forecast'],
  ['critical', 'decides'],
  ['actual', 'happened'],
];

/** The head of the workspace: when each line leaves, as things stand, and through which steps. */
export default function StripPanel({ orderId, order }: OrderPanelProps) {
  const { data, error, refetch } = useQuery(gridOfOrder(orderId));
  const [all, setAll] = useState(false);
  const wide = useMedia('(min-width: 48rem)');
  const few = wide ? FEW.wide : FEW.narrow;
  const lines = order.styles.flatMap((style) => style.lines);
  if (lines.length === 0) return null;
  if (!data) {
    if (error)
      return (
        <Card flush>
          <ErrorState title="The time and action could not be loaded" error={error} onRetry={() => void refetch()} />
        </Card>
      );
    return <StripSkeleton rows={Math.min(order.plannedLineCount, few)} of={HEIGHTS[wide ? 'wide' : 'narrow']} />;
  }
  if (data.length === 0) return null;
  const shown = all ? data : data.slice(0, few);
  const without = lines.length - data.length;
  return (
    <section aria-label="Time and action" className="rounded-xl border border-line bg-surface shadow-sm">
      {wide ? (
        <WideStrips lines={shown} />
      ) : (
        <ul className="divide-y divide-line">
          {shown.map((line) => (
            <li key={line.orderLineId} className="flex flex-col gap-2 px-4 py-3">
              <LineName line={line} />
              <NextSteps line={line} />
            </li>
          ))}
        </ul>
      )}
      <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-1.5 text-[0.8125rem] text-muted sm:px-5">
        {data.length > few && (
          <Button variant="quiet" size="sm" className="-ms-2" onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? 'Show fewer' : `Show all ${plural(data.length, 'line')}`}
          </Button>
        )}
        {without > 0 && <span>{plural(without, 'line')} without a plan</span>}
        <p aria-hidden className="ms-auto flex flex-wrap gap-x-3 text-xs">
          {legend.map(([mark, word]) => (
            <span key={mark} className="flex items-center gap-1">
              <StepMark mark={mark} className="size-2.5!" />
              {word}
            </span>
          ))}
        </p>
      </footer>
    </section>
  );
}

function WideStrips({ lines }: { lines: readonly PlanGridLineDto[] }) {
  const [frame, { width }] = useRoom<HTMLDivElement>();
  const span = spanOf(lines, today());
  return (
    <div className="grid grid-cols-[minmax(9rem,13rem)_minmax(0,1fr)_auto] items-center gap-x-5 px-5 pb-2 pt-3">
      <h2 className="text-[0.8125rem] font-semibold">Time and action</h2>
      <div ref={frame}>
        <Axis span={span} />
      </div>
      <span />
      {lines.map((line) => (
        <Row key={line.orderLineId} name={<LineLabel line={line} />} chip={<Standing line={line} />}>
          <Today span={span} />
          <LineStrip line={line} span={span} width={width || 640} />
        </Row>
      ))}
    </div>
  );
}

function Row({ name, chip, children }: { name: ReactNode; chip: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className="min-w-0">{name}</div>
      <div className="relative">{children}</div>
      <div className="justify-self-end">{chip}</div>
    </>
  );
}

/** The months, and today. */
function Axis({ span }: { span: Span }) {
  return (
    <div aria-hidden className="relative h-5 text-[0.6875rem] text-muted">
      {monthsIn(span).map((day) => (
        <span
          key={day}
          className="absolute inset-y-0 border-s border-line ps-1"
          style={{ insetInlineStart: `${placeOf(day, span) * 100}%` }}
        >
          {formatDay(day).slice(3, 6)}
        </span>
      ))}
    </div>
  );
}

function Today({ span }: { span: Span }) {
  return (
    <span
      aria-hidden
      title="Today"
      className="absolute inset-y-0 border-s-2 border-accent/60"
      style={{ insetInlineStart: `${placeOf(today(), span) * 100}%` }}
    />
  );
}

function LineName({ line }: { line: PlanGridLineDto }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
      <LineLabel line={line} />
      <Standing line={line} />
    </div>
  );
}

function LineLabel({ line: { lineLabel, etd } }: { line: PlanGridLineDto }) {
  return (
    <p className="min-w-0 text-[0.8125rem] font-medium">
      <span className="block truncate" title={lineLabel}>
        {lineLabel}
      </span>
      <span className="block font-normal text-muted">{etd ? `ETD ${formatDay(etd)}` : 'no ETD'}</span>
    </p>
  );
}

function Standing({ line }: { line: PlanGridLineDto }) {
  if (line.closed) return <Badge>Closed</Badge>;
  return <ForecastChip forecast={line} />;
}

interface StripSkeletonProps {
  rows: number;
  of: (typeof HEIGHTS)[keyof typeof HEIGHTS];
}

/** As high as what comes in its place: nothing, where no line has a plan. */
function StripSkeleton({ rows, of: { line, frame } }: StripSkeletonProps) {
  if (rows === 0) return null;
  return (
    <div
      className="flex animate-late flex-col justify-evenly rounded-xl border border-line bg-surface px-5 shadow-sm"
      style={{ minBlockSize: frame + rows * line }}
      aria-busy
    >
      <p role="status" className="sr-only">
        Loading the time and action…
      </p>
      {Array.from({ length: rows }, (_, at) => (
        <Skeleton key={at} className="h-8" />
      ))}
    </div>
  );
}
