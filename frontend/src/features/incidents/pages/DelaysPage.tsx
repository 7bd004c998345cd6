import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowRightLeft, Hourglass } from 'lucide-react';
import { useState } from 'react';
import type { DelayDto } from '@/shared/api/generated';
import { OrderFilter } from '@/shared/forms/OrderFilter';
import { useCan } from '@/shared/lib/can';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { partyOptions } from '@/shared/plan/parties';
import { Card } from '@/shared/ui/Card';
import type { Filter } from '@/shared/ui/FilterBar';
import { IconButton } from '@/shared/ui/IconButton';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Day } from '@/shared/ui/Values';
import { delaysByParty, delaysPage, type DelaysQuery } from '../api';
import { RebookDialog } from '../components/DelayDialogs';
import { PartyName } from '../components/IncidentFacts';
import { IncidentViews } from '../components/IncidentViews';
import { PartyTotals } from '../components/PartyTotals';
import { type DelaysSearch, delaysSearch } from '../search';
import { sourceNames, sourceOptions } from '../vocabulary';

const pageSize = 25;

/** The delay ledger: how many working days were lost through whom, and each entry that says so. */
export default function DelaysPage() {
  const [values, setValues] = useUrlState(delaysSearch);
  const { page, ordering, ...narrowing } = toQuery(values);
  const query = useQuery(
    delaysPage({ ...narrowing, ...(page ? { page } : {}), ...(ordering ? { ordering } : {}), pageSize }),
  );
  const { data: totals = [] } = useQuery(delaysByParty(narrowing));
  const [rebooking, setRebooking] = useState<DelayDto | null>(null);
  const mayBook = useCan()('delay.book');
  return (
    <>
      <PageHeader
        title="Days lost"
        description="Working days that steps came late, by whom held them. Nothing is erased: what was booked wrongly is taken back."
        actions={<IncidentViews />}
      />
      {totals.length > 0 && (
        <Card title="By party" className="mb-5">
          <PartyTotals
            totals={totals}
            onChoose={({ party, partyName }) => setValues({ party: [party], partyName: partyName ?? undefined })}
          />
        </Card>
      )}
      <ListCard
        of={['entry', 'entries']}
        whole="the delay ledger"
        query={query}
        spec={delaysSearch}
        values={values}
        onChange={setValues}
        filters={filters}
        besideFilters={<OrderFilter orderId={values.orderId} onChange={(orderId) => setValues({ orderId })} />}
        columns={6}
        pageSize={pageSize}
        noMatch="The search looks at orders, names and reasons."
        empty={
          <EmptyState icon={Hourglass} title="No day is lost yet">
            A step that happens later than it was planned is booked by itself to who held it.
          </EmptyState>
        }
      >
        {({ ordering: by = '-createdAt', ...list }) => (
          <Table
            caption="Days lost"
            columns={[
              ...columns,
              {
                key: 'actions',
                head: 'Actions',
                align: 'end',
                cell: (delay) =>
                  mayBook && delay.workingDays > 0 && !delay.incidentId ? (
                    <IconButton
                      icon={ArrowRightLeft}
                      size="sm"
                      label={`Book to another: ${delay.orderNumber}, ${delay.stepLabel ?? 'no step'}`}
                      className="text-muted"
                      onClick={() => setRebooking(delay)}
                    />
                  ) : null,
              },
            ]}
            rowKey={({ id }) => id}
            ordering={by}
            {...list}
          />
        )}
      </ListCard>
      {rebooking && <RebookDialog delay={rebooking} onClose={() => setRebooking(null)} />}
    </>
  );
}

const filters: Filter<DelaysSearch>[] = [
  { kind: 'many', key: 'party', label: 'Party', options: partyOptions },
  { kind: 'many', key: 'source', label: 'Booked by', options: sourceOptions },
  { kind: 'days', from: 'happenedFrom', to: 'happenedTo', label: 'Happened' },
];

const columns: Column<DelayDto>[] = [
  {
    key: 'order',
    head: 'Order',
    primary: true,
    cell: ({ orderId, orderNumber, lineLabel, customerName }) => (
      <span className="block">
        <Link
          to={paths.order(orderId)}
          search={{ tab: 'plan' } as never}
          className="font-medium underline-offset-2 hover:underline"
        >
          {orderNumber}
        </Link>
        <span className="block text-[0.8125rem] font-normal text-muted">{lineLabel ?? customerName}</span>
      </span>
    ),
  },
  {
    key: 'days',
    head: 'Working days',
    align: 'end',
    badge: true,
    orderBy: 'workingDays',
    cell: ({ workingDays, undoesId }) => (
      <span className={workingDays < 0 ? 'text-muted' : 'font-medium'}>
        {workingDays > 0 ? `+${workingDays}` : `−${-workingDays}`}
        {(undoesId || workingDays < 0) && <span className="sr-only"> taken back</span>}
      </span>
    ),
  },
  { key: 'party', head: 'Party', cell: (delay) => <PartyName of={delay} /> },
  {
    key: 'step',
    head: 'At',
    cell: ({ stepLabel, source, plannedOn, happenedOn }) => (
      <span className="block">
        {stepLabel ?? 'No step'}
        <span className="block text-[0.8125rem] text-muted">
          {plannedOn && happenedOn ? (
            <>
              <Day day={plannedOn} /> → <Day day={happenedOn} />
            </>
          ) : (
            sourceNames[source]
          )}
        </span>
      </span>
    ),
  },
  {
    key: 'reason',
    head: 'Why',
    cell: ({ reason, source, incidentId }) => (
      <span className="block max-w-96 [overflow-wrap:anywhere]">
        {incidentId ? (
          <Link
            to={paths.incidents}
            search={{ incident: incidentId } as never}
            className="underline underline-offset-2 hover:text-accent-text"
          >
            {reason ?? sourceNames.incident}
          </Link>
        ) : (
          (reason ?? <span className="text-muted">{sourceNames[source]}</span>)
        )}
      </span>
    ),
  },
  {
    key: 'booked',
    head: 'Booked',
    show: 'wide',
    orderBy: 'createdAt',
    cell: ({ createdAt, bookedBy }) => (
      <span className="block">
        <Day day={createdAt.slice(0, 10)} />
        <span className="block text-[0.8125rem] text-muted">{bookedBy?.fullName ?? 'by itself'}</span>
      </span>
    ),
  },
];

const toQuery = ({ orderId, ...rest }: DelaysSearch): DelaysQuery =>
  ({ ...rest, ...(orderId ? { orderId: [orderId] } : {}) }) as DelaysQuery;
