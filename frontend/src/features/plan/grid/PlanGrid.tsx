import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { GridStepDto, PlanGridLineDto } from '@/shared/api/generated';
import type { Page } from '@/shared/api/queries';
import { useCan } from '@/shared/lib/can';
import { cx } from '@/shared/lib/cx';
import { today } from '@/shared/lib/house';
import { PopoverAt } from '@/shared/ui/Popover';
import { StaleBanner } from '@/shared/ui/States';
import { WhyLate } from '../components/ForecastChip';
import type { GridSearch } from '../search';
import { CellEditor } from './CellEditor';
import { columnsOf, moved, type Place, type StepColumn, stepIn, widened } from './columns';
import { GridRow, isOpen, placeOfStep, type ShownColumn } from './GridRow';
import { useBlocks } from './use-blocks';
import { useCellSave } from './use-cell-save';
import { NAMED, type Range, sizes, useWindow } from './use-window';

interface PlanGridProps {
  /** What the lines are asked with. */
  values: GridSearch;
  first: Page<PlanGridLineDto>;
  stale: boolean;
}

const cellOf = (target: EventTarget): HTMLElement | null =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('[data-cell]') : null;

function placeOfCell(cell: HTMLElement): Place {
  const [row = 0, column = 0] = (cell.dataset.cell ?? '').split('/').map(Number);
  return { row, column };
}

/**
 * Lines by steps, as many as there are; on the page are those that can be seen and the one with the focus. One tab stop;
 * arrows, Home, End, PageUp and PageDown move, Enter opens a cell with its two days, T says that it happened today.
 */
export function PlanGrid({ values, first, stale }: PlanGridProps) {
  const [columns, setColumns] = useState(() => columnsOf(first.results));
  // What is done long since lies to the start: the grid opens on the first step that a line still waits for.
  const [opening] = useState(() =>
    Math.max(
      0,
      columns.findIndex(({ key }) => first.results.some(waitsFor(key))),
    ),
  );
  const [active, setActive] = useState<Active>({ row: 0, column: NAMED + opening });
  const [open, setOpen] = useState<Opened | null>(null);
  const [furthest, setFurthest] = useState(0);
  const count = Math.max(first.count ?? 0, furthest);
  const { room, seen, look, reveal, shift, page } = useWindow(count, columns.length);
  const { lines, reached, error, retry } = useBlocks(values, seen.rows, active.row);
  const { saving, question } = useCellSave();
  const may = useCan()('milestone.write');
  const focused = useRef(false);

  if (first.countCapped && reached > count) setFurthest(reached);
  const wider = useMemo(() => widened(columns, [...lines.values()]), [columns, lines]);
  if (wider.length > columns.length) {
    const key = columns[active.column - NAMED]?.key;
    setColumns(wider);
    if (key) setActive({ ...active, column: NAMED + wider.findIndex((column) => column.key === key) });
  }
  // Another sort, after something was written: the focus stays with its line.
  const now = active.lineId === lines.get(active.row)?.orderLineId ? active.row : rowOf(lines, active.lineId);
  if (now !== undefined && now !== active.row) setActive({ ...active, row: now });

  // Columns that come to be before the first that is seen do not push it away; none stood before the grid opened.
  const stood = useRef<readonly StepColumn[]>([]);
  const start = seen.columns.from;
  useLayoutEffect(() => {
    const first = stood.current[start]?.key;
    const by = stood.current.length ? columns.findIndex(({ key }) => key === first) - start : opening;
    stood.current = columns;
    if (by > 0) shift(by);
  }, [columns, start, opening, shift]);
  // The cell that has the focus may only now have come to be, or have given way to the line that it waited for.
  useLayoutEffect(() => {
    const cell = room.current?.querySelector<HTMLElement>(`[data-cell="${active.row}/${active.column}"]`);
    const at = document.activeElement;
    if (focused.current && cell && cell !== at && (at === document.body || room.current?.contains(at)))
      cell.focus({ preventScroll: true });
  });

  const goTo = ({ row, column }: Place) => {
    const lineId = lines.get(row)?.orderLineId;
    if (active.row !== row || active.column !== column || active.lineId !== lineId) setActive({ row, column, lineId });
  };
  const stepAt = ({ row, column }: Place): GridStepDto | undefined => {
    const line = lines.get(row);
    const step = columns[column - NAMED];
    return line && step && stepIn(line, step.key);
  };
  const show = (cell: HTMLElement) => {
    const { row, column } = placeOfCell(cell);
    const line = lines.get(row);
    if (line) setOpen({ cell, line, key: columns[column - NAMED]?.key });
  };
  const openAt = (cell: HTMLElement) => {
    saving.reset();
    goTo(placeOfCell(cell));
    show(cell);
  };
  const onClick = (event: MouseEvent) => {
    const cell = cellOf(event.target);
    if (cell?.tagName === 'BUTTON') openAt(cell);
  };
  const onFocus = (event: FocusEvent) => {
    const cell = cellOf(event.target);
    if (!cell) return;
    focused.current = true;
    goTo(placeOfCell(cell));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    if (!cell) return;
    const place = placeOfCell(cell);
    const line = lines.get(place.row);
    const step = stepAt(place);
    const chord = event.ctrlKey || event.metaKey;
    const next = moved(place, event.key, chord, { rows: count, columns: columns.length + NAMED, page: page() });
    if (next) {
      event.preventDefault();
      goTo(next);
      reveal(next);
    } else if (event.key === 'F2' && cell.tagName === 'BUTTON') {
      event.preventDefault();
      openAt(cell);
    } else if (event.key.toLowerCase() === 't' && !chord && may && line && step && isOpen(step)) {
      event.preventDefault();
      event.stopPropagation();
      saving.mutate({ step, lineLabel: line.lineLabel, body: { actualOn: today() } }, { onError: () => show(cell) });
    }
  };

  const shown = useMemo(
    () => columns.map((column, at) => ({ ...column, at })).slice(seen.columns.from, seen.columns.to),
    [columns, seen.columns],
  );
  const line = open && (lines.get(rowOf(lines, open.line.orderLineId) ?? -1) ?? open.line);
  const step = line && open.key ? stepIn(line, open.key) : undefined;
  return (
    <>
      {Boolean(error) && <StaleBanner error={error} onRetry={retry} />}
      <div
        ref={room}
        role="grid"
        aria-label="Time and action by line and step"
        aria-rowcount={first.countCapped ? -1 : count + 1}
        aria-colcount={columns.length + NAMED}
        aria-busy={stale || undefined}
        className={cx(
          'relative max-h-[calc(100dvh-13rem)] min-h-80 overflow-auto overscroll-x-contain text-[0.8125rem] transition-opacity',
          stale && 'opacity-60',
        )}
        style={{ scrollPaddingTop: `${sizes.head}rem`, scrollPaddingInlineStart: `${sizes.named + sizes.slack}rem` }}
        onScroll={look}
        onClick={onClick}
        onFocus={onFocus}
        onBlur={({ relatedTarget }) => (focused.current = room.current?.contains(relatedTarget) ?? false)}
        onKeyDown={onKeyDown}
      >
        <div
          className="relative min-w-full"
          style={{
            height: `${sizes.head + count * sizes.row}rem`,
            width: `${sizes.named + sizes.slack + columns.length * sizes.step}rem`,
          }}
        >
          <GridHead columns={shown} />
          {withOne(seen.rows, active.row, count).map((row) => (
            <GridRow
              key={row}
              line={lines.get(row)}
              row={row}
              columns={row === active.row ? withStep(shown, columns, active.column - NAMED) : shown}
              tab={row === active.row ? active.column : null}
            />
          ))}
        </div>
      </div>
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
    </>
  );
}

/** Where Tab comes to, and the line that stood there when it was gone to. */
interface Active extends Place {
  lineId?: string;
}

interface Opened {
  cell: HTMLElement;
  line: PlanGridLineDto;
  /** Of the step; none for why the line stands as it does. */
  key: string | undefined;
}

function GridHead({ columns }: { columns: readonly ShownColumn[] }) {
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-3 flex border-b border-line bg-surface text-xs font-medium leading-tight text-muted"
      style={{ height: `${sizes.head}rem` }}
    >
      <div role="columnheader" aria-colindex={1} className={cx(headLook, 'sticky start-0 z-4 w-44 shrink-0')}>
        Line
      </div>
      <div
        role="columnheader"
        aria-colindex={2}
        className={cx(headLook, 'sticky start-44 z-4 w-22 shrink-0 border-e border-line')}
      >
        Slack
      </div>
      {columns.map(({ key, label, at }) => (
        <div
          key={key}
          role="columnheader"
          aria-colindex={NAMED + at + 1}
          className={cx(headLook, 'absolute inset-y-0')}
          style={placeOfStep(at)}
        >
          {label}
        </div>
      ))}
    </div>
  );
}

const headLook = 'flex items-end overflow-hidden bg-surface px-2.5 py-2';

/** These rows and one more. */
function withOne({ from, to }: Range, row: number, count: number): number[] {
  const rows = Array.from({ length: to - from }, (_, at) => from + at);
  if (row >= count || (row >= from && row < to)) return rows;
  return row < from ? [row, ...rows] : [...rows, row];
}

function withStep(shown: readonly ShownColumn[], columns: readonly StepColumn[], at: number): readonly ShownColumn[] {
  const column = columns[at];
  if (!column || shown.some((each) => each.at === at)) return shown;
  return [...shown, { ...column, at }].sort((a, b) => a.at - b.at);
}

const waitsFor =
  (key: string) =>
  (line: PlanGridLineDto): boolean => {
    const step = stepIn(line, key);
    return step !== undefined && isOpen(step);
  };

function rowOf(lines: ReadonlyMap<number, PlanGridLineDto>, lineId: string | undefined): number | undefined {
  for (const [row, { orderLineId }] of lines) if (orderLineId === lineId) return row;
  return undefined;
}
