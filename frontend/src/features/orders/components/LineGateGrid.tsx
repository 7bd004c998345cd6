import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { LineDto } from '@/shared/api/generated';
import { GateCell, gateSentence } from '@/shared/gates/GateCell';
import { GateDialogs } from '@/shared/gates/GateDialogs';
import { GateMenu } from '@/shared/gates/GateMenu';
import type { GateQuestion } from '@/shared/gates/questions';
import { useGateDeeds } from '@/shared/gates/use-gate-deeds';
import type { GateOfLine } from '@/shared/gates/vocabulary';
import { useCan } from '@/shared/lib/can';
import { cx } from '@/shared/lib/cx';
import { plural } from '@/shared/lib/format';

/** A gate of one line by its place: the line's row, the gate's key. */
interface Place {
  row: number;
  key: string;
}

const arrows: Record<string, readonly [rows: number, gates: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * The gates of an order's lines as one grid: arrows move within it, Shift with a click or an arrow takes the same gate of
 * several lines, A, R, T and Del record on what is taken, Enter opens the menu of one.
 */
export function useLineGateGrid(orderId: string, lines: readonly LineDto[]) {
  const may = useCan()('approval.record');
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Place | null>(null);
  const [anchor, setAnchor] = useState<Place | null>(null);
  const [question, setQuestion] = useState<GateQuestion | null>(null);
  const deeds = useGateDeeds();

  const gateAt = ({ row, key }: Place): GateOfLine | null => {
    const line = lines[row];
    const gate = line?.gates.find((each) => each.key === key);
    return line && gate ? { orderId, lineId: line.id, lineLabel: line.label, gate } : null;
  };
  const firstRow = lines.findIndex(({ gates }) => gates.length > 0);
  const first = { row: firstRow, key: lines[firstRow]?.gates[0]?.key ?? '' };
  const current = active && gateAt(active) ? active : first;

  /** The same gate of every line from where the range began to where it is now. */
  const taken = (to: Place, from = anchor): Place[] => {
    if (from?.key !== to.key) return [to];
    const [top, end] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
    return lines.flatMap((_, row) =>
      row >= top && row <= end && gateAt({ row, key: to.key }) ? [{ row, key: to.key }] : [],
    );
  };
  const selected = anchor && active ? taken(active) : [];

  const moveTo = (place: Place, extend: boolean) => {
    setAnchor(extend ? (anchor ?? current) : null);
    setActive(place);
    grid.current?.querySelector<HTMLElement>(`[data-gate="${place.row}/${place.key}"]`)?.focus();
  };
  const step = (from: Place, [rows, gates]: readonly [number, number]): Place => {
    const line = lines[from.row]?.gates ?? [];
    const beside = line[line.findIndex(({ key }) => key === from.key) + gates];
    if (gates) return beside ? { row: from.row, key: beside.key } : from;
    for (let row = from.row + rows; row >= 0 && row < lines.length; row += rows)
      if (gateAt({ row, key: from.key })) return { row, key: from.key };
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
    if (may)
      deeds.onKey(
        event,
        taken(place).flatMap((each) => gateAt(each) ?? []),
      );
  };
  const onPointerDown = (event: PointerEvent, place: Place) => {
    if (!event.shiftKey) return setAnchor(null);
    event.preventDefault(); // no menu: the range is what was asked for
    moveTo(place, true);
  };

  const cellsOf = (row: number) =>
    (lines[row]?.gates ?? []).map((gate, at) => {
      const place = { row, key: gate.key };
      const of = gateAt(place);
      const isTaken = selected.some((each) => each.row === row && each.key === gate.key);
      const cell = (
        <button
          type="button"
          data-gate={`${row}/${gate.key}`}
          tabIndex={current.row === row && current.key === gate.key ? 0 : -1}
          aria-label={`${gateSentence(gate)}, ${lines[row]?.label ?? ''}`}
          onFocus={() => setActive(place)}
          onKeyDown={(event) => onKeyDown(event, place)}
          onPointerDown={(event) => onPointerDown(event, place)}
          className={cx(
            'touch-target rounded-md hover:brightness-95 dark:hover:brightness-125',
            isTaken && 'ring-2 ring-focus',
          )}
        >
          <GateCell gate={gate} />
        </button>
      );
      return (
        <span key={gate.key} role="gridcell" aria-colindex={at + 2} aria-selected={isTaken}>
          {of && may ? <GateMenu of={of} onAsk={setQuestion} trigger={cell} /> : cell}
        </span>
      );
    });

  return {
    grid,
    cellsOf,
    says: selected.length > 1 ? `${plural(selected.length, 'line')} taken: A approves, R rejects` : '',
    dialogs: (
      <>
        {question && <GateDialogs question={question} onClose={() => setQuestion(null)} />}
        {deeds.dialog}
      </>
    ),
  };
}
