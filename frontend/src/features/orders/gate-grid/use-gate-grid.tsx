import { type KeyboardEvent, type PointerEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { GateCell, GateMark, gateSentence } from '@/shared/gates/GateCell';
import { GateDialogs } from '@/shared/gates/GateDialogs';
import { GateMenu } from '@/shared/gates/GateMenu';
import type { GateQuestion } from '@/shared/gates/questions';
import { useGateDeeds } from '@/shared/gates/use-gate-deeds';
import type { GateOfLine } from '@/shared/gates/vocabulary';
import { useCan } from '@/shared/lib/can';
import { cx } from '@/shared/lib/cx';
import { plural } from '@/shared/lib/format';
import { Badge } from '@/shared/ui/Badge';
import { aboveRowLink } from '@/shared/ui/Table';
import { MoreGates } from './MoreGates';
import { foldedSentence, gateHeads, gateInRow, type GateRow, gatesBeside } from './rows';

/** A cell by its place: the row's id, the gate's key, or `more`. */
interface Place {
  rowId: string;
  key: string;
}

const arrows: Record<string, readonly [rows: number, gates: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const more = 'more';

interface GateGridOptions {
  /** As they stand under one another. */
  rows: readonly GateRow[];
  /** For how many gates there is a column; null where all are chips with their names. */
  room: number | null;
  onUnfold: (orderId: string) => void;
}

export type GateGrid = ReturnType<typeof useGateGrid>;

/**
 * The gates of all lines of a list as one grid with one tab stop. Arrows move within it, Shift with a click or an arrow
 * takes the same gate of several lines, A, R, T and Del record on what is taken, Enter opens the menu of one. The cell of
 * a folded order unfolds it and leads to the line that is due first.
 */
export function useGateGrid({ rows, room, onUnfold }: GateGridOptions) {
  const may = useCan()('approval.record');
  const wanted = useRef<Place | null>(null);
  const [active, setActive] = useState<Place | null>(null);
  const [anchor, setAnchor] = useState<Place | null>(null);
  const [question, setQuestion] = useState<GateQuestion | null>(null);
  const deeds = useGateDeeds();

  const lines = rows.flatMap((row) => (row.is === 'unfolded' ? [] : row.lines));
  const heads = room === null ? null : gateHeads(lines, room);

  const focus = ({ rowId, key }: Place) =>
    document.querySelector<HTMLElement>(`[data-gate="${rowId}/${key}"]`)?.focus();
  useLayoutEffect(() => {
    if (wanted.current) focus(wanted.current);
    wanted.current = null;
  });

  const keysOf = (row: GateRow): string[] => {
    if (!heads) return [...new Set(row.lines.flatMap(({ gates }) => gates.map(({ key }) => key)))];
    const shown = heads.map(({ key }) => key).filter((key) => gateInRow(row, key));
    return gatesBeside(row, heads).length > 0 ? [...shown, more] : shown;
  };
  const stopsOf = (row: GateRow) => (row.is === 'unfolded' ? [] : keysOf(row));
  const at = (rowId: string) => rows.findIndex(({ id }) => id === rowId);
  const has = (place: Place) => rows.some((row) => row.id === place.rowId && stopsOf(row).includes(place.key));
  const begin = rows.find((row) => stopsOf(row).length > 0);
  const first = { rowId: begin?.id ?? '', key: begin ? (stopsOf(begin)[0] ?? '') : '' };
  const current = active && has(active) ? active : first;

  const gateAt = ({ rowId, key }: Place): GateOfLine[] => {
    const row = rows.find(({ id }) => id === rowId);
    const found = row?.is === 'line' ? gateInRow(row, key) : null;
    if (!row || !found) return [];
    return [{ orderId: row.orderId, lineId: found.line.id, lineLabel: row.label, gate: found.gate }];
  };
  /** The same gate of every line from where the range began to where it is now. */
  const taken = (to: Place, from = anchor): Place[] => {
    if (from?.key !== to.key || at(from.rowId) < 0) return [to];
    const [top, end] = [at(from.rowId), at(to.rowId)].sort((a, b) => a - b);
    return rows
      .slice(top, (end ?? 0) + 1)
      .map(({ id }) => ({ rowId: id, key: to.key }))
      .filter((place) => gateAt(place).length > 0);
  };
  const selected = anchor && active ? taken(active) : [];
  const isTaken = (rowId: string, key: string) => selected.some((place) => place.rowId === rowId && place.key === key);

  const moveTo = (place: Place, extend: boolean) => {
    setAnchor(extend ? (anchor ?? current) : null);
    setActive(place);
    focus(place);
  };
  const step = (from: Place, [down, across]: readonly [number, number]): Place => {
    const here = rows[at(from.rowId)];
    if (!here) return from;
    if (across) {
      const stops = stopsOf(here);
      const key = stops[stops.indexOf(from.key) + across];
      return key ? { rowId: here.id, key } : from;
    }
    for (let row = at(from.rowId) + down; rows[row]; row += down) {
      const beside = rows[row];
      if (beside && stopsOf(beside).includes(from.key)) return { rowId: beside.id, key: from.key };
    }
    return from;
  };

  const onKeyDown = (event: KeyboardEvent, place: Place) => {
    const by = arrows[event.key];
    if (by) {
      event.preventDefault();
      return moveTo(step(place, by), event.shiftKey && by[0] !== 0);
    }
    if (event.key === 'Escape' && anchor) {
      event.stopPropagation();
      return setAnchor(null);
    }
    if (may) deeds.onKey(event, taken(place).flatMap(gateAt));
  };
  const onPointerDown = (event: PointerEvent, place: Place) => {
    if (!event.shiftKey) return setAnchor(null);
    event.preventDefault(); // no menu: the range is what was asked for
    moveTo(place, true);
  };

  /** What every button of the grid carries. */
  const stop = (place: Place) => ({
    type: 'button' as const,
    'data-gate': `${place.rowId}/${place.key}`,
    tabIndex: current.rowId === place.rowId && current.key === place.key ? 0 : -1,
    onFocus: () => setActive(place),
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, place),
    className: cx(
      aboveRowLink,
      'touch-target rounded-md hover:brightness-95 dark:hover:brightness-125',
      isTaken(place.rowId, place.key) && 'ring-2 ring-focus',
    ),
  });

  const unfold = (row: GateRow, key: string, lineId: string) => {
    wanted.current = { rowId: lineId, key };
    onUnfold(row.orderId);
  };

  const cellOf = (row: GateRow, key: string): ReactNode => {
    const found = gateInRow(row, key);
    if (!found) return <span className="px-1.5 text-muted">–</span>;
    const { gate, line, passed } = found;
    const Face = heads ? GateMark : GateCell;
    const place = { rowId: row.id, key };
    if (row.is === 'unfolded') return <Face gate={gate} passed={passed} />;
    if (row.is === 'folded')
      return (
        <button
          {...stop(place)}
          aria-label={`${foldedSentence(row, found)}. Show its lines`}
          onClick={() => unfold(row, key, line.id)}
        >
          <Face gate={gate} passed={passed} />
        </button>
      );
    const cell = (
      <button
        {...stop(place)}
        aria-label={`${gateSentence(gate)}, ${row.label}`}
        onPointerDown={(event) => onPointerDown(event, place)}
      >
        <Face gate={gate} />
      </button>
    );
    const [of] = gateAt(place);
    return of && may ? <GateMenu of={of} onAsk={setQuestion} trigger={cell} /> : cell;
  };

  return {
    heads,
    /** Whether some gates have no column. */
    hasMore: heads !== null && gateHeads(lines, Infinity).length > heads.length,
    isTaken,
    cellOf,
    /** All gates of a row with their names, where there are no columns. */
    chipsOf: (row: GateRow) => keysOf(row).map((key) => <span key={key}>{cellOf(row, key)}</span>),
    /** Behind `+2` the gates that have no column. */
    moreOf: (row: GateRow) => {
      const { id, orderId, label: lineLabel } = row;
      const beside = gatesBeside(row, heads ?? []);
      const [first] = beside;
      if (!first || row.is === 'unfolded') return null;
      const button = stop({ rowId: id, key: more });
      if (row.is === 'folded')
        return (
          <button
            {...button}
            aria-label={`${plural(beside.length, 'more gate')} of ${lineLabel}. Show its lines`}
            onClick={() => unfold(row, more, first.line.id)}
          >
            <Badge className="px-1.5!">+{beside.length}</Badge>
          </button>
        );
      const of = beside.map(({ gate }) => ({ orderId, lineId: id, lineLabel, gate }));
      return <MoreGates of={of} may={may} onAsk={setQuestion} button={button} />;
    },
    says: selected.length > 1 ? `${plural(selected.length, 'line')} taken: A approves, R rejects` : '',
    dialogs: (
      <>
        {question && <GateDialogs question={question} onClose={() => setQuestion(null)} />}
        {deeds.dialog}
      </>
    ),
  };
}
