import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarCheck } from 'lucide-react';
import type { LineForecastDto } from '@/shared/api/generated';
import { colleagues } from '@/shared/api/colleagues';
import { ExportMenu } from '@/shared/exports/ExportMenu';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { aboveRowLink, type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day } from '@/shared/ui/Values';
import { exportOf, forecastPage } from '../api';
import { ForecastChip } from '../components/ForecastChip';
import { PlanViews } from '@/shared/plan/PlanViews';
import { type LateSearch, lateSearch } from '../search';
import { holderNames } from '@/shared/plan/holders';
import { urgencyOptions } from '../vocabulary';

/** What will be late, and through whom: every line that is still to leave, the least slack first. */
export default function LateLinesPage() {
  const [values, setValues] = useUrlState(lateSearch);
  const { data: people = [] } = useQuery(colleagues());
  const query = useQuery(forecastPage(values));
  const filters: Filter<LateSearch>[] = [
    { kind: 'many', key: 'urgency', label: 'Urgency', options: urgencyOptions },
    {
      kind: 'one',
      key: 'merchandiserId',
      label: 'Merchandiser',
      options: people.map(({ id, fullName }) => ({ value: id, label: fullName })),
    },
    { kind: 'days', from: 'forecastFrom', to: 'forecastTo', label: 'Forecast' },
  ];
  return (
    <>
      <PageHeader
        title="What will be late"
        description="Lines that are still to leave, by the working days they have to spare. Press a chip to see why."
        actions={
          <>
            <PlanViews />
            <ExportMenu of={[{ kind: 'tna', label: 'T&A', asked: exportOf(values) }]} />
          </>
        }
      />
      <ListCard
        of={['line', 'lines']}
        query={query}
        spec={lateSearch}
        values={values}
        onChange={setValues}
        filters={filters}
        columns={7}
        noMatch="The search finds order numbers, styles, colours and customers."
        empty={
          <EmptyState icon={CalendarCheck} title="No plans yet">
            Lay a plan on a line, under “Plan” of its order: from then on its forecast stands here.
          </EmptyState>
        }
      >
        {(list) => (
          <Table caption="What will be late" columns={columns} rowKey={({ orderLineId }) => orderLineId} {...list} />
        )}
      </ListCard>
    </>
  );
}

const columns: Column<LineForecastDto>[] = [
  {
    key: 'line',
    head: 'Line',
    primary: true,
    cell: ({ orderId, orderNumber, lineLabel }) => (
      <>
        <Link to={paths.order(orderId)} search={{ tab: 'plan' }} className={rowLink}>
          {orderNumber}
        </Link>
        <span className="block break-words text-[0.8125rem] text-muted">{lineLabel}</span>
      </>
    ),
  },
  { key: 'customer', head: 'Customer', cell: ({ customerName }) => customerName },
  { key: 'merchandiser', head: 'Merchandiser', cell: ({ merchandiser }) => merchandiser?.fullName ?? 'Nobody' },
  { key: 'etd', head: 'ETD', cell: ({ etd }) => etd && <Day day={etd} /> },
  {
    key: 'forecast',
    head: 'Forecast',
    orderBy: 'forecastOn',
    cell: ({ forecastOn }) => forecastOn && <Day day={forecastOn} />,
  },
  {
    key: 'slack',
    head: 'Slack',
    orderBy: 'slackDays',
    cell: (line) => (
      <span className={aboveRowLink}>
        <ForecastChip forecast={line} />
      </span>
    ),
  },
  { key: 'waits', head: 'Waits for', cell: ({ chain: [first] }) => first && <Waits of={first} /> },
];

function Waits({ of: { label, holder } }: { of: LineForecastDto['chain'][number] }) {
  return (
    <>
      {label}
      <span className="block text-[0.8125rem] text-muted">{holderNames[holder]}</span>
    </>
  );
}
