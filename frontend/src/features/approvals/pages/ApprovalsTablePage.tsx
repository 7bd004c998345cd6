import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Stamp } from 'lucide-react';
import { useState } from 'react';
import type { LineGateDto } from '@/shared/api/generated';
import { ApprovalViews } from '@/shared/gates/ApprovalViews';
import { GateDialogs } from '@/shared/gates/GateDialogs';
import type { GateQuestion } from '@/shared/gates/questions';
import { heldBy } from '@/shared/gates/vocabulary';
import { useCan } from '@/shared/lib/can';
import { sentenceCase } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { useRowKeys } from '@/shared/lib/row-keys';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { useActor } from '@/shared/session';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { aboveRowLink, type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day } from '@/shared/ui/Values';
import { gatesPage, roundOf, roundsQuery, type SentRound } from '../api';
import { Ageing } from '../components/Ageing';
import { GateState } from '../components/GateState';
import { RoundStrip } from '../components/RoundStrip';
import { tableFilters } from '../filters';
import { type ApprovalsTableSearch, approvalsTableSearch } from '../search';

const pageSize = 25;

/** Every gate that waits as one list, the first due at the top. */
export default function ApprovalsTablePage() {
  const [values, setValues] = useUrlState(approvalsTableSearch);
  const [question, setQuestion] = useState<GateQuestion | null>(null);
  const actor = useActor();
  const may = useCan()('approval.record');
  const query = useQuery(gatesPage(toQuery(values, actor.id)));
  const rounds = useQuery(roundsQuery(query.data?.results ?? []));
  const columns = columnsWith(rounds.data ?? [], may ? setQuestion : null);
  useRowKeys();
  return (
    <>
      <PageHeader
        title="Approvals"
        description="What waits, as a list; the first due stands at the top."
        actions={<ApprovalViews />}
      />
      <ListCard
        of={['gate', 'gates']}
        query={query}
        spec={approvalsTableSearch}
        values={values}
        onChange={setValues}
        filters={tableFilters(actor.role !== 'merchandiser')}
        columns={columns.length}
        pageSize={pageSize}
        noMatch="The search looks at orders, buyers, styles and colours."
        empty={
          <EmptyState icon={Stamp} title="Nothing waits">
            The gates of a line wait here from the day it is made, until they are approved.
          </EmptyState>
        }
      >
        {(list) => <Table caption="Gates that wait" columns={columns} rowKey={({ id }) => id} {...list} />}
      </ListCard>
      {question && <GateDialogs question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}

function columnsWith(
  rounds: readonly SentRound[],
  onAsk: ((question: GateQuestion) => void) | null,
): Column<LineGateDto>[] {
  return [
    {
      key: 'line',
      head: 'Line',
      primary: true,
      cell: ({ orderId, orderLineId, lineLabel, name, orderNumber, customerName, millName }) => (
        <span className="block max-w-72 break-words">
          <Link to={paths.order(orderId)} search={{ line: orderLineId } as never} className={rowLink} data-row-link>
            {lineLabel}
            <span className="sr-only">, {name}</span>
          </Link>
          <span className="block text-[0.8125rem] text-muted">
            {[orderNumber, customerName, millName].filter(Boolean).join(' · ')}
          </span>
        </span>
      ),
    },
    {
      key: 'gate',
      head: 'Gate',
      badge: true,
      cell: (gate) => {
        const { orderId, orderLineId: lineId, lineLabel, name } = gate;
        return (
          <span className="flex flex-wrap items-center justify-end gap-2 @2xl:justify-start">
            {name}
            <GateState of={{ orderId, lineId, lineLabel, gate }} onAsk={onAsk} />
          </span>
        );
      },
    },
    {
      key: 'waits',
      head: 'Waits',
      orderBy: 'heldSince',
      cell: (gate) => (
        <span className="inline-flex flex-col items-end gap-1 @2xl:items-start">
          {gate.holder ? sentenceCase(heldBy[gate.holder]) : <span className="text-muted">–</span>}
          <Ageing gate={gate} />
        </span>
      ),
    },
    { key: 'due', head: 'Due', orderBy: 'dueOn', show: 'wide', cell: ({ dueOn }) => <Day day={dueOn} /> },
    { key: 'etd', head: 'ETD', show: 'wide', cell: ({ etd }) => <Day day={etd} /> },
    {
      key: 'round',
      head: 'Sent',
      cell: (gate) => {
        const round = roundOf(gate, rounds);
        if (!round) return <span className="text-muted">–</span>;
        return (
          <div className={aboveRowLink}>
            <RoundStrip round={round} of={gate.lineLabel} />
          </div>
        );
      },
    },
  ];
}

/** The URL's words as the API's: what waits, unless a state is asked for that does not. */
function toQuery({ whose, status, overdue, ...rest }: ApprovalsTableSearch, actorId: string) {
  return {
    ...rest,
    ...(status ? { status } : {}),
    ...(status?.includes('approved') ? {} : { waiting: ['true' as const] }),
    ...(overdue ? { overdue: ['true' as const] } : {}),
    ...(whose ? { merchandiserId: [actorId] } : {}),
    pageSize,
  };
}
