import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Download, History, X } from 'lucide-react';
import { useState } from 'react';
import type { AuditEntryDto } from '@/shared/api/generated';
import { colleagues } from '@/shared/api/colleagues';
import { useCsvAt } from '@/shared/exports/api';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { Button } from '@/shared/ui/Button';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { aboveRowLink, type Column, Table } from '@/shared/ui/Table';
import { Instant } from '@/shared/ui/Values';
import { auditAsked, auditPage } from '../api';
import { AdministrationViews } from '../components/AdministrationViews';
import { AuditDrawer } from '../components/AuditDrawer';
import { type AuditSearch, auditSearch } from '../search';

/** All that ever happened in the house, for who has to find out. */
export default function AuditPage() {
  const [values, setValues] = useUrlState(auditSearch);
  const query = useQuery(auditPage(values));
  const people = useQuery(colleagues());
  const csv = useCsvAt('/api/v1/audit/csv/');
  const [open, setOpen] = useState<AuditEntryDto | null>(null);
  const filters: Filter<AuditSearch>[] = [
    {
      kind: 'one',
      key: 'actorId',
      label: 'Who',
      options: (people.data ?? []).map(({ id, fullName }) => ({ value: id, label: fullName })),
    },
    { kind: 'days', from: 'occurredFrom', to: 'occurredTo', label: 'When' },
    {
      kind: 'one',
      key: 'recordedLate',
      label: 'Recorded',
      options: [{ value: 'true', label: 'Later than it happened' }],
    },
  ];
  const only = (change: Partial<AuditSearch>) => {
    setOpen(null);
    setValues({ ...auditSearch.none, ...change });
  };
  return (
    <>
      <PageHeader
        title="Audit"
        description="Who did what, to orders and to the house. Nobody can change it."
        actions={
          <>
            <AdministrationViews />
            <Button icon={Download} busy={csv.isPending} onClick={() => csv.mutate(auditAsked(values))}>
              CSV
            </Button>
          </>
        }
      />
      <ListCard
        of={['entry', 'entries']}
        query={query}
        spec={auditSearch}
        values={values}
        onChange={setValues}
        filters={filters}
        besideFilters={<Narrowed values={values} onChange={setValues} />}
        columns={4}
        noMatch="The search looks at names, orders, events and every word that was recorded."
        empty={<EmptyState icon={History} title="Nothing happened yet" />}
      >
        {({ ordering = '-sequence', ...list }) => (
          <Table caption="Audit" columns={columns(setOpen)} rowKey={({ id }) => id} ordering={ordering} {...list} />
        )}
      </ListCard>
      {open && <AuditDrawer entry={open} onClose={() => setOpen(null)} onOnly={only} />}
    </>
  );
}

/** What a filter that has no place in the row is in force for, with the way out of it. */
function Narrowed({ values, onChange }: { values: AuditSearch; onChange: (change: Partial<AuditSearch>) => void }) {
  return (
    <>
      {values.requestId && (
        <Button size="sm" icon={X} onClick={() => onChange({ requestId: undefined })}>
          One request only
        </Button>
      )}
      {values.subjectId && (
        <Button size="sm" icon={X} onClick={() => onChange({ subjectId: undefined })}>
          One thing only
        </Button>
      )}
    </>
  );
}

const columns = (onOpen: (entry: AuditEntryDto) => void): Column<AuditEntryDto>[] => [
  {
    key: 'what',
    head: 'What',
    primary: true,
    cell: (entry) => (
      <button
        type="button"
        className="max-w-prose text-start break-words hover:text-accent-text"
        onClick={() => onOpen(entry)}
      >
        <span className="font-medium">{entry.actor?.fullName ?? 'Provabook'}</span> {entry.sentence}
      </button>
    ),
  },
  {
    key: 'event',
    head: 'Event',
    show: 'wide',
    cell: ({ name }) => <span className="font-mono text-[0.8125rem]">{name}</span>,
  },
  {
    key: 'order',
    head: 'Order',
    cell: ({ orderId, orderNumber }) =>
      orderId && orderNumber ? (
        <Link to={paths.order(orderId)} className={`${aboveRowLink} hover:text-accent-text`}>
          {orderNumber}
        </Link>
      ) : (
        (orderNumber ?? '–')
      ),
  },
  { key: 'when', head: 'When', orderBy: 'sequence', cell: ({ recordedAt }) => <Instant at={recordedAt} /> },
];
