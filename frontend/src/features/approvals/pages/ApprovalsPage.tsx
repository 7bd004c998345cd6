import { useState } from 'react';
import { GateDialogs } from '@/shared/gates/GateDialogs';
import type { GateQuestion } from '@/shared/gates/questions';
import { useGateDeeds } from '@/shared/gates/use-gate-deeds';
import { gateName, knownGates } from '@/shared/gates/vocabulary';
import { useCan } from '@/shared/lib/can';
import { useKeys } from '@/shared/lib/keys';
import { useUrlState } from '@/shared/lib/search';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { type Filter, FilterBar } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { BoardColumnList } from '../components/BoardColumnList';
import { approvedColumn, columns } from '../columns';
import { type ApprovalsSearch, approvalsSearch } from '../search';

const gateFilter: Filter<ApprovalsSearch> = {
  kind: 'many',
  key: 'gateKey',
  label: 'Gate',
  options: knownGates.map((value) => ({ value, label: gateName(value) })),
};
const groupFilter: Filter<ApprovalsSearch> = {
  kind: 'one',
  key: 'group',
  label: 'Group',
  options: [
    { value: 'colour', label: 'By colour' },
    { value: 'order', label: 'By order' },
    { value: 'mill', label: 'By mill' },
  ],
};
const mineFilter: Filter<ApprovalsSearch> = {
  kind: 'one',
  key: 'whose',
  label: 'Whose',
  options: [{ value: 'mine', label: 'Mine' }],
};

/** Every gate that waits, by who must act. */
export default function ApprovalsPage() {
  const [values, setValues] = useUrlState(approvalsSearch);
  const [question, setQuestion] = useState<GateQuestion | null>(null);
  const deeds = useGateDeeds();
  const may = useCan()('approval.record');
  const actor = useActor();
  const seesAll = actor.role !== 'merchandiser';
  useBoardKeys();

  const shown = values.approved ? [...columns, approvedColumn] : columns;
  return (
    <>
      <PageHeader
        title="Approvals"
        description="What waits, by who must act; the first due stands at the top."
        actions={
          <Button
            aria-pressed={values.approved === 'shown'}
            onClick={() => setValues({ approved: values.approved ? undefined : 'shown' })}
          >
            {values.approved ? 'Fold what is approved' : 'Show what is approved'}
          </Button>
        }
      />
      <Card flush className="mb-4">
        <FilterBar
          of="approvals"
          values={values}
          onChange={setValues}
          filters={seesAll ? [gateFilter, mineFilter, groupFilter] : [gateFilter, groupFilter]}
          searchKey="search"
        />
      </Card>
      <div className="grid items-start gap-3 md:grid-cols-2 xl:auto-cols-fr xl:grid-flow-col xl:grid-cols-none">
        {shown.map((column) => (
          <BoardColumnList
            key={column.key}
            column={column}
            search={values}
            merchandiserId={values.whose ? actor.id : undefined}
            may={may}
            deeds={deeds}
            onAsk={setQuestion}
          />
        ))}
      </div>
      {question && <GateDialogs question={question} onClose={() => setQuestion(null)} />}
      {deeds.dialog}
    </>
  );
}

/** J and K walk along the cards of a column, H and L to the column beside it. */
function useBoardKeys(): void {
  const go = (cards: number, across: number) => {
    const board = [...document.querySelectorAll('[data-column]')].map((column) => [
      ...column.querySelectorAll<HTMLElement>('[data-card]'),
    ]);
    const here = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-card]');
    const at = board.findIndex((column) => here && column.includes(here));
    if (at < 0 || !here) return board.find((column) => column.length > 0)?.[0]?.focus();
    const row = board[at]?.indexOf(here) ?? 0;
    let to = at + across;
    while (across && board[to]?.length === 0) to += across;
    const column = board[to] ?? [];
    column[Math.max(0, Math.min(column.length - 1, row + cards))]?.focus();
  };
  useKeys({ j: () => go(1, 0), k: () => go(-1, 0), h: () => go(0, -1), l: () => go(0, 1) });
}
