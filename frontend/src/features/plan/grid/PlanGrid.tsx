import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import type { GridStepDto, PlanGridLineDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { cx } from '@/shared/lib/cx';
import { formatDay } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { paths } from '@/shared/lib/paths';
import { SlackBadge, slackWords, urgencies } from '@/shared/plan/slack';
import { StepMark } from '@/shared/plan/StepMark';
import { PopoverAt } from '@/shared/ui/Popover';
import { WhyLate } from '../components/ForecastChip';
import { pointOf } from '../strip/points';
import { CellEditor } from './CellEditor';
import { columnsOf, moved, type Place, type StepColumn, stepIn } from './columns';
import { useCellSave } from './use-cell-save';

interface PlanGridProps {
  lines: readonly PlanGridLineDto[];
  stale: boolean;
}

/** Columns before those of the steps. */
const NAMED = 2;
/** Pixels that they take, and keep while the others scroll under them. */
const FROZEN = 264;

const cellOf = (target: EventTarget): HTMLElement | null =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('[data-cell]') : null;

function placeOfCell(cell: HTMLElement): Place {
  const [row = 0, column = 0] = (cell.dataset.cell ?? '').split('/').map(Number);
  return { row, column };
}

/**
 * Lines by steps. One tab stop; arrows, Home and End move, Enter opens a cell with its two days, T says that it happened
 * today.
 */
export function PlanGrid({ lines, stale }: PlanGridProps) {
  const columns = columnsOf(lines);
  const frame = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: NAMED });
  const [open, setOpen] = useState<{ cell: HTMLElement; place: Place } | null>(null);
  const { saving, question } = useCellSave();
  const may = useCan()('milestone.write');

  // What is done long since lies to the start: the page opens on the first step that a line still waits for.
  const begin = columns.findIndex(({ key }) =>
    lines.some((line) => {
      const step = stepIn(line, key);
      return step && isOpen(step);
    }),
  );
  useLayoutEffect(() => {
    const room = frame.current?.parentElement;
    const head = frame.current?.querySelectorAll('th[scope=col]')[Math.max(0, begin) + NAMED];
    if (room && head instanceof HTMLElement) room.scrollLeft = head.offsetLeft - FROZEN;
  }, [begin]);

  const stepAt = ({ row, column }: Place): GridStepDto | undefined => {
    const line = lines[row];
    const step = columns[column - NAMED];
    return line && step && stepIn(line, step.key);
  };
  const show = (cell: HTMLElement) => setOpen({ cell, place: placeOfCell(cell) });
  const openAt = (cell: HTMLElement) => {
    saving.reset();
    show(cell);
  };
  const onClick = (event: MouseEvent) => {
    const cell = cellOf(event.target);
    if (cell?.tagName === 'BUTTON') openAt(cell);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    if (!cell) return;
    const place = placeOfCell(cell);
    const line = lines[place.row];
    const step = stepAt(place);
    const next = moved(place, event.key, event.ctrlKey || event.metaKey, lines.length, columns.length + NAMED);
    if (next) {
      event.preventDefault();
      setActive(next);
      frame.current?.querySelector<HTMLElement>(`[data-cell="${next.row}/${next.column}"]`)?.focus();
    } else if (event.key === 'F2' && cell.tagName === 'BUTTON') {
      event.preventDefault();
      openAt(cell);
    } else if (
      event.key.toLowerCase() === 't' &&
      !event.ctrlKey &&
      !event.metaKey &&
      may &&
      line &&
      step &&
      isOpen(step)
    ) {
      event.preventDefault();
      event.stopPropagation();
      saving.mutate({ step, lineLabel: line.lineLabel, body: { actualOn: today() } }, { onError: () => show(cell) });
    }
  };
  const stop = (row: number, column: number) => {
    const current = Math.min(active.row, lines.length - 1) === row && active.column === column;
    return { 'data-cell': `${row}/${column}`, tabIndex: current ? 0 : -1, onFocus: () => setActive({ row, column }) };
  };

  const line = open && lines[open.place.row];
  const step = open && stepAt(open.place);
  return (
    <div className="relative max-h-[calc(100dvh-13rem)] min-h-80 overflow-auto overscroll-x-contain">
      <table
        ref={frame}
        role="grid"
        aria-label="Time and action by line and step"
        aria-colcount={columns.length + NAMED}
        aria-busy={stale || undefined}
        className={cx('border-separate border-spacing-0 text-[0.8125rem] transition-opacity', stale && 'opacity-60')}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" className={cx(headLook, 'start-0 z-4 min-w-44')}>
              Line
            </th>
            <th scope="col" className={cx(headLook, 'start-44 z-4 min-w-22 border-e')}>
              Slack
            </th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col" className={cx(headLook, 'min-w-24 max-w-28')}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((each, row) => (
            <GridRow key={each.orderLineId} line={each} row={row} columns={columns} stop={stop} />
          ))}
        </tbody>
      </table>
      {open && line && (
        <PopoverAt
          key={open.cell.dataset.cell}
          anchor={open.cell}
          label={step ? `${step.label} of ${line.lineLabel}` : `Why ${line.lineLabel} stands as it does`}
          onClose={() => setOpen(null)}
        >
          {step ? (
            <CellEditor
              line={line}
              step={step}
              may={may}
              busy={saving.isPending}
              error={saving.error}
              onSave={(body) =>
                saving.mutate({ step, lineLabel: line.lineLabel, body }, { onSuccess: () => setOpen(null) })
              }
            />
          ) : (
            <WhyLate forecast={line} />
          )}
        </PopoverAt>
      )}
      {question}
    </div>
  );
}

const headLook =
  'sticky top-0 z-3 border-b border-line bg-surface px-2.5 py-2 text-start align-bottom text-xs font-medium leading-tight text-muted';
const frozenLook = 'sticky z-2 border-b border-line bg-surface px-2.5 py-1 group-hover:bg-hover';
const cellLook = 'flex min-h-11 w-full flex-col justify-center rounded-sm px-2.5 py-1 text-start';

interface GridRowProps {
  line: PlanGridLineDto;
  row: number;
  columns: readonly StepColumn[];
  stop: (row: number, column: number) => object;
}

function GridRow({ line, row, columns, stop }: GridRowProps) {
  const { orderId, orderNumber, customerName, lineLabel, urgency, slackDays } = line;
  return (
    <tr className="group">
      <th scope="row" className={cx(frozenLook, 'start-0 min-w-44 max-w-44 text-start font-normal')}>
        <Link
          to={paths.order(orderId)}
          search={{ tab: 'plan' } as never}
          className="block font-medium hover:underline"
          {...stop(row, 0)}
        >
          {orderNumber}
        </Link>
        <span className="block truncate text-muted" title={`${lineLabel}, ${customerName}`}>
          {lineLabel}
        </span>
      </th>
      <td className={cx(frozenLook, 'start-44 border-e')}>
        {urgency && slackDays !== null ? (
          <button
            type="button"
            aria-label={`${urgencies[urgency].label}: ${slackWords(slackDays)}. Why?`}
            className="touch-target flex min-h-6 items-center rounded-md"
            {...stop(row, 1)}
          >
            <SlackBadge urgency={urgency} slackDays={slackDays} />
          </button>
        ) : (
          <span className="text-muted" {...stop(row, 1)}>
            Closed
          </span>
        )}
      </td>
      {columns.map(({ key }, at) => (
        <td key={key} className="border-b border-line p-0 group-hover:bg-hover">
          <StepCell line={line} step={stepIn(line, key)} stop={stop(row, NAMED + at)} />
        </td>
      ))}
    </tr>
  );
}

function StepCell({ line, step, stop }: { line: PlanGridLineDto; step: GridStepDto | undefined; stop: object }) {
  if (!step)
    return (
      <span className={cellLook} {...stop}>
        <span className="sr-only">Not in its plan</span>
      </span>
    );
  const point = pointOf(step, line.closed);
  const { plannedOn } = step;
  const overdue = !line.closed && isOpen(step) && plannedOn !== null && plannedOn < today();
  return (
    <button
      type="button"
      className={cx(cellLook, 'outline-offset-[-2px] hover:bg-sunken', point?.late && 'bg-bad-tint')}
      {...stop}
    >
      <span className="sr-only">{step.label}: </span>
      {point ? (
        <span
          className={cx(
            'flex items-center gap-1.5 whitespace-nowrap tabular-nums',
            point.mark === 'critical' && 'font-semibold',
          )}
        >
          <StepMark mark={point.mark} late={point.late} />
          <span className="sr-only">{words[point.mark]} </span>
          {shortDay(point.on)}
          {point.late && <span className="sr-only">, too late for the ETD</span>}
        </span>
      ) : (
        <span className="text-muted">{step.state === 'not_applicable' ? 'n/a' : '–'}</span>
      )}
      {plannedOn && plannedOn !== point?.on && (
        <span
          className={cx(
            'whitespace-nowrap ps-4.5 text-[0.6875rem] tabular-nums',
            overdue ? 'text-urgent' : 'text-muted',
          )}
        >
          plan {shortDay(plannedOn)}
        </span>
      )}
    </button>
  );
}

const words = {
  actual: 'done',
  forecast: 'forecast',
  critical: 'decides, forecast',
  plan: 'planned',
  rejected: 'rejected',
};

const isOpen = ({ actualOn, state }: GridStepDto): boolean => !actualOn && state !== 'not_applicable';

/** `10 Nov`, of another year `10 Nov 2025`. */
function shortDay(day: string): string {
  const written = formatDay(day);
  return day.startsWith(today().slice(0, 4)) ? written.slice(0, 6) : written;
}
