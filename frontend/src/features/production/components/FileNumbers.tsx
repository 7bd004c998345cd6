import { CircleCheck, CircleDashed, CircleHelp, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { OutputFileDto, OutputNumberDto } from '@/shared/api/generated';
import { formatDay, formatQuantity } from '@/shared/lib/format';
import { Badge, type Tone } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { type Column, Table } from '@/shared/ui/Table';
import { lineStages } from '../vocabulary';

type State = OutputNumberDto['state'];

const states: Record<State, { label: string; tone: Tone; icon: LucideIcon }> = {
  faulty: { label: 'Wrong', tone: 'bad', icon: TriangleAlert },
  standing: { label: 'Another stands', tone: 'warn', icon: CircleHelp },
  ready: { label: 'Ready', tone: 'good', icon: CircleCheck },
  known: { label: 'Entered already', tone: 'calm', icon: CircleDashed },
};
const inOrder = Object.keys(states) as State[];

/** So many rows are drawn at first. */
const atFirst = 100;

/** What a file would enter: what is wrong first, then what has to be looked at. */
export function FileNumbers({ file: { counts, numbers } }: { file: OutputFileDto }) {
  const [all, setAll] = useState(false);
  const sorted = [...numbers].sort((a, b) => inOrder.indexOf(a.state) - inOrder.indexOf(b.state) || a.row - b.row);
  const shown = all ? sorted : sorted.slice(0, atFirst);
  return (
    <>
      <p className="flex flex-wrap gap-2 border-b border-line px-4 py-3 sm:px-5">
        {inOrder
          .filter((state) => counts[state] > 0)
          .map((state) => (
            <Badge key={state} tone={states[state].tone} icon={states[state].icon}>
              {counts[state]} {states[state].label.toLowerCase()}
            </Badge>
          ))}
      </p>
      <Table
        caption="Numbers of the file"
        columns={columns}
        rows={shown}
        rowKey={({ cell, row, stage }) => `${row}/${cell}/${stage ?? ''}`}
      />
      {shown.length < sorted.length && (
        <p className="border-t border-line px-4 py-3 sm:px-5">
          <Button size="sm" onClick={() => setAll(true)}>
            Show all {sorted.length}
          </Button>
        </p>
      )}
    </>
  );
}

const columns: readonly Column<OutputNumberDto>[] = [
  { key: 'cell', head: 'Cell', primary: true, cell: ({ cell }) => <span className="font-medium">{cell}</span> },
  {
    key: 'state',
    head: '',
    badge: true,
    cell: ({ state }) => (
      <Badge tone={states[state].tone} icon={states[state].icon}>
        {states[state].label}
      </Badge>
    ),
  },
  { key: 'day', head: 'Day', cell: ({ day }) => (day ? formatDay(day) : '–') },
  {
    key: 'line',
    head: 'Line',
    cell: ({ orderNumber, lineLabel }) => (
      <span className="break-words">{[orderNumber, lineLabel].filter(Boolean).join(' · ') || '–'}</span>
    ),
  },
  { key: 'stage', head: 'Stage', cell: ({ stage }) => (stage ? lineStages[stage].name : '–') },
  {
    key: 'quantity',
    head: 'Quantity',
    align: 'end',
    cell: ({ quantity, unit }) => (quantity && unit ? formatQuantity(quantity, unit) : '–'),
  },
  { key: 'shift', head: 'Shift', show: 'wide', cell: ({ shift }) => shift ?? '' },
  { key: 'why', head: 'What is to say', cell: (number) => <Why number={number} /> },
];

function Why({ number: { faults, standingQuantity, standingUnit, state } }: { number: OutputNumberDto }) {
  if (faults.length > 0)
    return (
      <ul className="text-[0.8125rem] text-bad">
        {faults.map(({ cell, sentence }) => (
          <li key={`${cell}${sentence}`}>
            {cell}: {sentence}
          </li>
        ))}
      </ul>
    );
  if (state === 'standing' && standingQuantity && standingUnit)
    return (
      <span className="text-[0.8125rem] text-muted">{formatQuantity(standingQuantity, standingUnit)} stand there.</span>
    );
  return null;
}
