import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { IncidentDto } from '@/shared/api/generated';
import { OrderFilter } from '@/shared/forms/OrderFilter';
import { useCan } from '@/shared/lib/can';
import { useRowKeys } from '@/shared/lib/row-keys';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { partyOptions } from '@/shared/plan/parties';
import { Button } from '@/shared/ui/Button';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day, Money } from '@/shared/ui/Values';
import { incidentsPage, type IncidentsQuery } from '../api';
import { ReportDrawer } from '../components/IncidentDrawers';
import { IncidentStatus, PartyName, SeverityBadge, Target } from '../components/IncidentFacts';
import { IncidentPeek } from '../components/IncidentPeek';
import { IncidentViews } from '../components/IncidentViews';
import { type IncidentsSearch, incidentsSearch } from '../search';
import { openStatuses, severityOptions, statusOptions, typeNames, typeOptions } from '../vocabulary';

const pageSize = 25;

/** What went wrong, of whichever order: what is not settled unless asked for more. */
export default function IncidentsPage() {
  const [values, setValues] = useUrlState(incidentsSearch);
  const [reporting, setReporting] = useState(false);
  const query = useQuery(incidentsPage(toQuery(values)));
  const may = useCan();
  useRowKeys();
  return (
    <>
      <PageHeader
        title="Incidents"
        description="What went wrong, what is done about it, and through whom. Unless you choose a status, those that are not settled."
        actions={
          <>
            <IncidentViews />
            {may('incident.write') && (
              <Button variant="primary" icon={Plus} onClick={() => setReporting(true)}>
                Report incident
              </Button>
            )}
          </>
        }
      />
      <ListCard
        of={['incident', 'incidents']}
        query={query}
        spec={incidentsSearch}
        values={values}
        onChange={setValues}
        kept={['incident']}
        filters={filters}
        filtersStay // those that are settled are found by them
        besideFilters={<OrderFilter orderId={values.orderId} onChange={(orderId) => setValues({ orderId })} />}
        columns={7}
        pageSize={pageSize}
        noMatch="The search looks at titles, names and orders."
        empty={
          <EmptyState icon={TriangleAlert} title="Nothing is open">
            What goes wrong is reported here or in its order, under “Plan”: a rejected lot, a breakdown, a short
            shipment.
          </EmptyState>
        }
      >
        {({ ordering = '-incidentDate', ...list }) => (
          <Table caption="Incidents" columns={columns} rowKey={({ id }) => id} ordering={ordering} {...list} />
        )}
      </ListCard>
      {values.incident && (
        <IncidentPeek key={values.incident} id={values.incident} onClose={() => setValues({ incident: undefined })} />
      )}
      {reporting && <ReportDrawer onClose={() => setReporting(false)} />}
    </>
  );
}

const filters: Filter<IncidentsSearch>[] = [
  { kind: 'many', key: 'status', label: 'Status', options: statusOptions },
  { kind: 'many', key: 'severity', label: 'Severity', options: severityOptions },
  { kind: 'many', key: 'type', label: 'Kind', options: typeOptions },
  { kind: 'many', key: 'party', label: 'Through', options: partyOptions },
  { kind: 'days', from: 'incidentDateFrom', to: 'incidentDateTo', label: 'Happened' },
];

const columns: Column<IncidentDto>[] = [
  {
    key: 'title',
    head: 'Incident',
    primary: true,
    cell: ({ id, title, type }) => (
      <span className="block max-w-80 [overflow-wrap:anywhere]">
        <Link
          to="."
          search={((before: object) => ({ ...before, incident: id })) as never}
          className={rowLink}
          data-row-link
        >
          {title}
        </Link>
        <span className="block text-[0.8125rem] font-normal text-muted">{typeNames[type]}</span>
      </span>
    ),
  },
  {
    key: 'order',
    head: 'Order',
    cell: ({ orderNumber, lineLabel, customerName }) => (
      <span className="block">
        <span className="whitespace-nowrap font-medium">{orderNumber}</span>
        <span className="block text-[0.8125rem] text-muted">{lineLabel ?? customerName}</span>
      </span>
    ),
  },
  { key: 'severity', head: 'Severity', orderBy: 'severity', cell: (incident) => <SeverityBadge incident={incident} /> },
  {
    key: 'happened',
    head: 'Happened',
    orderBy: 'incidentDate',
    cell: ({ incidentDate }) => <Day day={incidentDate} />,
  },
  {
    key: 'party',
    head: 'Through',
    cell: ({ party, partyName }) => party && <PartyName of={{ party, partyName }} />,
  },
  {
    key: 'cost',
    head: 'Cost',
    align: 'end',
    show: 'wide',
    cell: ({ costAmount, costCurrency }) =>
      costAmount && costCurrency && <Money amount={costAmount} currency={costCurrency} />,
  },
  {
    key: 'target',
    head: 'Settle by',
    orderBy: 'targetResolutionDate',
    cell: (incident) => <Target incident={incident} />,
  },
  { key: 'status', head: 'Status', badge: true, cell: (incident) => <IncidentStatus incident={incident} /> },
];

function toQuery({ orderId, incident: _incident, status, ...rest }: IncidentsSearch): IncidentsQuery {
  return {
    ...rest,
    ...(orderId ? { orderId: [orderId] } : {}),
    status: status ?? [...openStatuses],
    pageSize,
  } as IncidentsQuery;
}
