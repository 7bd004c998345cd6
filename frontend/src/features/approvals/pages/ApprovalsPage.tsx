import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CircleCheck, Plus } from 'lucide-react';
import { type ComponentType, Suspense, useState } from 'react';
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
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { FilterBar } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { gatesPage, type SentRound } from '../api';
import { BoardColumnList } from '../components/BoardColumnList';
import { ColumnSwitch } from '../components/ColumnSwitch';
import { DropColumn } from '../components/DropColumn';
import { RemindDialog } from '../components/RemindDialog';
import { SharedCard } from '../components/SharedCard';
import { approvedColumn, type BoardColumn, type ColumnKey, columns } from '../columns';
import { boardFilters } from '../filters';
import { moveTo } from '../moves';
import { approvalsSearch } from '../search';

/** What other features bring to the board. */
export interface BoardParts {
  NewRound: ComponentType<{ onClose: () => void }>;
  ScanLabel: ComponentType<{ onMany: (awbNumber: string) => void }>;
}

/** Every gate that waits, by who must act. */
export function ApprovalsPage({ NewRound, ScanLabel }: BoardParts) {
  const [values, setValues] = useUrlState(approvalsSearch);
  const [question, setQuestion] = useState<GateQuestion | null>(null);
  const [dragged, setDragged] = useState<LineGateDto | null>(null);
  const [reminding, setReminding] = useState<{ gate: LineGateDto; round: SentRound | null } | null>(null);
  const [adding, setAdding] = useState(false);
  const navigate = useNavigate();
  const shared = useSharedCard(values.card);
  const deeds = useGateDeeds();
  const handOver = useHandOver();
  const can = useCan();
  const may = can('approval.record');
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

  const merchandiserId = values.whose ? actor.id : undefined;
  const { column: shown = 'toSend' } = values;
  const onPhone = (key: ColumnKey) => (key === shown || values.card ? undefined : 'max-md:hidden');
  const column = (each: BoardColumn) => (
    <BoardColumnList
      key={each.key}
      column={each}
      search={values}
      merchandiserId={merchandiserId}
      className={onPhone(each.key)}
      dragged={dragged}
      {...{ may, deeds, onMove }}
      onAsk={setQuestion}
      onDrag={setDragged}
      onRemind={(gate, round) => setReminding({ gate, round })}
    />
  );
  const approvedShown = values.approved === 'shown' || shared?.status === 'approved';

  return (
    <>
      <PageHeader
        title="Approvals"
        description="What waits, by who must act; the first due stands at the top."
        actions={
          <>
            <ApprovalViews />
            <Suspense>
              <ScanLabel onMany={(search) => void navigate({ to: paths.parcels, search: { search } as never })} />
            </Suspense>
            {can('sample.write') && (
              <Button variant="primary" icon={Plus} onClick={() => setAdding(true)}>
                New round
              </Button>
            )}
          </>
        }
      />
      {values.card && <SharedCard gate={shared} onAll={() => setValues({ card: undefined })} />}
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
      {!values.card && (
        <ColumnSwitch
          search={values}
          {...{ merchandiserId, shown }}
          onShow={(key) => setValues(key === 'approved' ? { column: key, approved: 'shown' } : { column: key })}
        />
      )}
      <div
        className={cx(
          'grid items-start gap-3 md:grid-cols-2',
          approvedShown ? 'xl:grid-cols-5' : 'xl:grid-cols-[repeat(4,minmax(0,1fr))_7rem]',
        )}
      >
        {columns.map(column)}
        {approvedShown ? (
          column(approvedColumn)
        ) : (
          <DropColumn column={approvedColumn} dragged={dragged} onMove={onMove} className={onPhone(approvedColumn.key)}>
            <h2 id="column-approved" className="flex min-h-8 items-center gap-1.5 px-1 pb-2 text-sm font-semibold">
              <CircleCheck aria-hidden className="size-4 shrink-0 text-muted" />
              {approvedColumn.title}
            </h2>
          </DropColumn>
        )}
      </div>
      {question && <GateDialogs question={question} onClose={() => setQuestion(null)} />}
      {deeds.dialog}
      {reminding && <RemindDialog {...reminding} onClose={() => setReminding(null)} />}
      {adding && (
        <Suspense>
          <NewRound onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </>
  );
}

/** The card that a link names, wherever it stands; null where there is none to see, undefined while it is on its way. */
function useSharedCard(card: string | undefined): LineGateDto | null | undefined {
  const { data } = useQuery({
    ...gatesPage({ id: [card ?? ''] }),
    enabled: card !== undefined,
    placeholderData: undefined,
  });
  return card && data ? (data.results[0] ?? null) : undefined;
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
