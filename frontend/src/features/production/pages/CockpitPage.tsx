import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Factory } from 'lucide-react';
import type { LineOutputDto } from '@/shared/api/generated';
import { colleagues } from '@/shared/api/colleagues';
import { useCan } from '@/shared/lib/can';
import { plural } from '@/shared/lib/format';
import { useKeys } from '@/shared/lib/keys';
import { paths } from '@/shared/lib/paths';
import { useRowKeys } from '@/shared/lib/row-keys';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { Badge } from '@/shared/ui/Badge';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { type Column, rowLink, Table } from '@/shared/ui/Table';
import { cockpitPage } from '../api';
import { LineDrawer } from '../components/LineDrawer';
import { ProductionViews } from '../components/ProductionViews';
import { Signals } from '../components/Signals';
import { StagePaces } from '../components/StagePaces';
import { type CockpitSearch, cockpitSearch } from '../search';
import { type OutputState, states } from '../vocabulary';
import { lateWords, lossWords } from '../words';

/** Will it be done in time, and where is more lost than planned: open lines, the latest first. */
export default function CockpitPage() {
  const navigate = useNavigate();
  const mayWrite = useCan()('production.write');
  const [values, setValues] = useUrlState(cockpitSearch);
  const { line, merchandiserId, ...asked } = values;
  const { data: people = [] } = useQuery(colleagues());
  const query = useQuery(cockpitPage({ ...asked, ...(merchandiserId ? { merchandiserId: [merchandiserId] } : {}) }));
  const open = (orderLineId?: string) => setValues({ line: orderLineId }, { push: Boolean(orderLineId) });
  const enter = (orderLineId?: string) =>
    void navigate({ to: paths.enterOutput, search: (orderLineId ? { line: orderLineId } : {}) as never });
  useRowKeys();
  // With a row in focus its own line is entered.
  useKeys(mayWrite ? { e: () => enter((document.activeElement as HTMLElement | null)?.dataset.line) } : {});

  const filters: Filter<CockpitSearch>[] = [
    {
      kind: 'many',
      key: 'state',
      label: 'Standing',
      options: (Object.keys(states) as OutputState[]).map((value) => ({ value, label: states[value].label })),
    },
    {
      kind: 'one',
      key: 'merchandiserId',
      label: 'Merchandiser',
      options: people.map(({ id, fullName }) => ({ value: id, label: fullName })),
    },
  ];
  const columns: Column<LineOutputDto>[] = [
    {
      key: 'line',
      head: 'Line',
      primary: true,
      cell: ({ orderLineId, orderNumber, lineLabel, millName }) => (
        <>
          <button
            type="button"
            data-row-link
            data-line={orderLineId}
            onClick={() => open(orderLineId)}
            className={`${rowLink} text-start`}
          >
            {orderNumber}
          </button>
          <span className="block break-words text-[0.8125rem] text-muted">
            {lineLabel}
            {millName && <span className="block">{millName}</span>}
          </span>
        </>
      ),
    },
    {
      key: 'stages',
      head: 'Stages',
      className: '@4xl:w-[38rem]',
      cell: ({ stages }) => <StagePaces stages={stages} />,
    },
    { key: 'loss', head: 'Loss', show: 'wide', cell: Lost },
    { key: 'state', head: 'Standing', badge: true, orderBy: 'lateDays', cell: Standing },
  ];

  return (
    <>
      <PageHeader
        title="Production"
        description="Open lines by when they will be done at their present pace, the latest first."
        actions={<ProductionViews />}
      />
      <Signals values={values} onChange={setValues} />
      <ListCard
        of={['line', 'lines']}
        query={query}
        spec={cockpitSearch}
        values={values}
        onChange={setValues}
        kept={['line']}
        filters={filters}
        columns={4}
        noMatch="The search finds order numbers, styles, colours and customers."
        empty={
          <EmptyState icon={Factory} title="No line is open">
            Lines of orders that are not delivered stand here, with what they need and how fast it is made.
          </EmptyState>
        }
      >
        {(list) => (
          <Table caption="Production by line" columns={columns} rowKey={({ orderLineId }) => orderLineId} {...list} />
        )}
      </ListCard>
      {line && <LineDrawer orderLineId={line} onClose={() => open(undefined)} />}
    </>
  );
}

function Standing({ state, lateDays, idleDays }: LineOutputDto) {
  const { label, tone, icon } = states[state];
  return (
    <span className="flex flex-col items-start gap-1">
      <Badge tone={tone} icon={icon}>
        {label}
        {state === 'late' && lateDays !== null && ` by ${plural(lateDays, 'day')}`}
      </Badge>
      {state === 'at_pace' && lateDays !== null && (
        <span className="text-[0.8125rem] text-muted @max-2xl:hidden">{lateWords(lateDays)}</span>
      )}
      {idleDays !== null && idleDays > 0 && (
        <span className="whitespace-nowrap text-[0.8125rem] text-warn">no entry for {plural(idleDays, 'day')}</span>
      )}
    </span>
  );
}

function Lost({ loss }: LineOutputDto) {
  const words = lossWords(loss);
  return words && <span className={loss.over ? 'font-medium text-bad' : 'text-muted'}>{words}</span>;
}
