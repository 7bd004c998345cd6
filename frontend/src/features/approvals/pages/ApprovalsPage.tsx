import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import type { LineGateDto } from '@/shared/api/generated';
import { useHandOver } from '@/shared/gates/api';
import { ApprovalViews } from '@/shared/gates/ApprovalViews';
import { GateDialogs } from '@/shared/gates/GateDialogs';
import type { GateQuestion } from '@/shared/gates/questions';
import { useGateDeeds } from '@/shared/gates/use-gate-deeds';
import { heldBy } from '@/shared/gates/vocabulary';
import { useCan } from '@/shared/lib/can';
import { cx } from '@/shared/lib/cx';
import { useKeys } from '@/shared/lib/keys';
import { notify } from '@/shared/lib/notify';
import { useUrlState } from '@/shared/lib/search';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { FilterBar } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { BoardColumnList } from '../components/BoardColumnList';
import { DropColumn } from '../components/DropColumn';
import { approvedColumn, type BoardColumn, type ColumnKey, columns } from '../columns';
import { boardFilters } from '../filters';
import { moveTo } from '../moves';
import { approvalsSearch } from '../search';

/** Every gate that waits, by who must act. */
export default function ApprovalsPage() {
  const [values, setValues] = useUrlState(approvalsSearch);
  const [question, setQuestion] = useState<GateQuestion | null>(null);
  const [dragged, setDragged] = useState<LineGateDto | null>(null);
  const deeds = useGateDeeds();
  const handOver = useHandOver();
  const may = useCan()('approval.record');
  const actor = useActor();
  useBoardKeys();

  const onMove = (gate: LineGateDto, column: ColumnKey) => {
    setDragged(null);
    const move = moveTo(column, gate);
    const of = { orderId: gate.orderId, lineId: gate.orderLineId, lineLabel: gate.lineLabel, gate };
    if (move.does === 'decide') deeds.decide(move.status, [of]);
    if (move.does === 'handOver')
      handOver.mutate(
        { of, holder: move.holder },
        { onSuccess: () => notify.success(`${gate.name} of ${gate.lineLabel} is ${heldBy[move.holder]} now.`) },
      );
  };

  const column = (each: BoardColumn) => (
    <BoardColumnList
      key={each.key}
      column={each}
      search={values}
      merchandiserId={values.whose ? actor.id : undefined}
      dragged={dragged}
      {...{ may, deeds, onMove }}
      onAsk={setQuestion}
      onDrag={setDragged}
    />
  );

  return (
    <>
      <PageHeader
        title="Approvals"
        description="What waits, by who must act; the first due stands at the top."
        actions={<ApprovalViews />}
      />
      <Card flush className="mb-4">
        <FilterBar
          of="approvals"
          values={values}
          onChange={setValues}
          filters={boardFilters(actor.role !== 'merchandiser')}
          searchKey="search"
        >
          <Button
            size="sm"
            variant="quiet"
            aria-pressed={values.approved === 'shown'}
            onClick={() => setValues({ approved: values.approved ? undefined : 'shown' })}
          >
            {values.approved ? 'Fold what is approved' : 'Show what is approved'}
          </Button>
        </FilterBar>
      </Card>
      <div
        className={cx(
          'grid items-start gap-3 md:grid-cols-2',
          values.approved ? 'xl:grid-cols-5' : 'xl:grid-cols-[repeat(4,minmax(0,1fr))_7rem]',
        )}
      >
        {columns.map(column)}
        {values.approved ? (
          column(approvedColumn)
        ) : (
          <DropColumn column={approvedColumn} dragged={dragged} onMove={onMove}>
            <h2 id="column-approved" className="flex min-h-8 items-center gap-1.5 px-1 pb-2 text-sm font-semibold">
              <CircleCheck aria-hidden className="size-4 shrink-0 text-muted" />
              {approvedColumn.title}
            </h2>
          </DropColumn>
        )}
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
