import { Link } from '@tanstack/react-router';
import { type CSSProperties, memo } from 'react';
import type { GridStepDto, PlanGridLineDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { formatDay } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { paths } from '@/shared/lib/paths';
import { slackWords, urgencies } from '@/shared/plan/slack';
import { type Mark, markMask } from '@/shared/plan/StepMark';
import { tints } from '@/shared/ui/Badge';
import { Skeleton } from '@/shared/ui/States';
import { pointOf } from '../strip/points';
import { stepIn, type StepColumn } from './columns';
import { NAMED, sizes } from './use-window';

/** A step's column with its place among all, from 0. */
export type ShownColumn = StepColumn & { at: number };

interface GridRowProps {
  /** Not there yet: its block is on the way. */
  line: PlanGridLineDto | undefined;
  row: number;
  columns: readonly ShownColumn[];
  /** The column that Tab comes to, where it is in this row. */
  tab: number | null;
}

export const placeOfStep = (at: number): CSSProperties => ({
  insetInlineStart: `${sizes.named + sizes.slack + at * sizes.step}rem`,
  width: `${sizes.step}rem`,
});

const frozenLook = 'sticky z-2 flex flex-col justify-center bg-surface px-2.5 group-hover:bg-hover';
const cellLook = 'absolute inset-y-0 outline-offset-[-2px]';

/** A line: its name, its slack, and those of its steps that can be seen. Few elements in a cell: there are hundreds of cells. */
export const GridRow = memo(function GridRow({ line, row, columns, tab }: GridRowProps) {
  const now = today();
  const stop = (column: number) => ({ 'data-cell': `${row}/${column}`, tabIndex: tab === column ? 0 : -1 });
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      aria-busy={!line || undefined}
      className="group absolute inset-x-0 flex border-b border-line hover:bg-hover"
      style={{ top: `${sizes.head + row * sizes.row}rem`, height: `${sizes.row}rem` }}
    >
      {line ? (
        <>
          <LineName line={line} stop={stop(0)} />
          <LineSlack line={line} stop={stop(1)} />
          {columns.map(({ key, at }) => (
            <StepCell key={key} line={line} step={stepIn(line, key)} at={at} now={now} stop={stop(NAMED + at)} />
          ))}
        </>
      ) : (
        <div role="gridcell" aria-label="Not loaded yet" className={cx(frozenLook, 'start-0 w-66')} {...stop(tab ?? 0)}>
          <Skeleton className="h-3.5" />
        </div>
      )}
    </div>
  );
});

interface CellProps {
  line: PlanGridLineDto;
  stop: object;
}

function LineName({ line, stop }: CellProps) {
  const { orderId, orderNumber, customerName, lineLabel } = line;
  return (
    <div role="rowheader" aria-colindex={1} className={cx(frozenLook, 'start-0 w-44 shrink-0')}>
      <Link
        to={paths.order(orderId)}
        search={{ tab: 'plan' } as never}
        className="w-fit font-medium hover:underline"
        {...stop}
      >
        {orderNumber}
      </Link>
      <span className="truncate text-muted" title={`${lineLabel}, ${customerName}`}>
        {lineLabel}
      </span>
    </div>
  );
}

function LineSlack({ line: { urgency, slackDays }, stop }: CellProps) {
  const look = cx(frozenLook, 'start-44 w-22 shrink-0 border-e border-line');
  if (!urgency || slackDays === null)
    return (
      <div role="gridcell" aria-colindex={2} className={cx(look, 'text-muted')} {...stop}>
        Closed
      </div>
    );
  const { label, tone, icon: Icon } = urgencies[urgency];
  const sign = slackDays < 0 ? '−' : slackDays > 0 ? '+' : '';
  return (
    <div role="gridcell" aria-colindex={2} className={look}>
      <button
        type="button"
        aria-label={`${label}: ${slackWords(slackDays)}. Why?`}
        className={cx(
          'touch-target flex h-6 w-fit items-center gap-1.5 whitespace-nowrap rounded-md px-2 text-xs font-medium tabular-nums',
          tints[tone],
        )}
        {...stop}
      >
        <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
        {`${sign}${Math.abs(slackDays)} d`}
      </button>
    </div>
  );
}

interface StepCellProps extends CellProps {
  step: GridStepDto | undefined;
  at: number;
  /** The house's day. */
  now: string;
}

function StepCell({ line, step, at, now, stop }: StepCellProps) {
  const aria = { role: 'gridcell', 'aria-colindex': NAMED + at + 1 };
  if (!step)
    return <div {...aria} aria-label="Not in its plan" className={cellLook} style={placeOfStep(at)} {...stop} />;
  const point = pointOf(step, line.closed);
  const planned = step.plannedOn && step.plannedOn !== point?.on ? `plan ${shortDay(step.plannedOn, now)}` : null;
  const overdue = !line.closed && isOpen(step) && step.plannedOn !== null && step.plannedOn < now;
  const on = point ? shortDay(point.on, now) : step.state === 'not_applicable' ? 'n/a' : '–';
  const said = point
    ? `${words[point.mark]}${point.late ? ', too late for the ETD,' : ''} ${on}`
    : step.state === 'not_applicable'
      ? 'not applicable'
      : 'no day';
  return (
    <div {...aria} className={cellLook} style={placeOfStep(at)}>
      <button
        type="button"
        aria-label={[`${step.label}: ${said}`, planned].filter(Boolean).join(', ')}
        style={point ? ({ '--mark': markMask(point.mark) } as CSSProperties) : undefined}
        className={cx(
          'grid size-full content-center whitespace-nowrap rounded-sm px-2.5 text-start tabular-nums outline-offset-[-2px] hover:bg-sunken',
          point ? markLook : 'text-muted',
          point && (point.late ? 'before:bg-bad' : inks[point.mark]),
          point?.late && 'bg-bad-tint',
          point?.mark === 'critical' && 'font-semibold',
        )}
        {...stop}
      >
        {on}
        {planned && (
          <span className={cx('col-start-2 text-[0.6875rem] font-normal', overdue ? 'text-urgent' : 'text-muted')}>
            {planned}
          </span>
        )}
      </button>
    </div>
  );
}

/** The mark stands before the day without an element of its own; seen in forced colours too. */
const markLook =
  'grid-cols-[auto_1fr] items-center gap-x-1.5 before:size-3 before:forced-color-adjust-none before:[mask:var(--mark)_center/contain_no-repeat]';

const inks: Record<Mark, string> = {
  actual: 'before:bg-good',
  forecast: 'before:bg-muted',
  critical: 'before:bg-ink',
  plan: 'before:bg-line-strong',
  rejected: 'before:bg-bad',
};

const words: Record<Mark, string> = {
  actual: 'done',
  forecast: 'forecast',
  critical: 'decides, forecast',
  plan: 'planned',
  rejected: 'rejected',
};

export const isOpen = ({ actualOn, state }: GridStepDto): boolean => !actualOn && state !== 'not_applicable';

/** `10 Nov`, of another year `10 Nov 2025`. */
function shortDay(day: string, now: string): string {
  const written = formatDay(day);
  return day.startsWith(now.slice(0, 4)) ? written.slice(0, 6) : written;
}
