import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import type { TrashEntryDto } from '@/shared/api/generated';
import { colleagues } from '@/shared/api/colleagues';
import { OrderFilter } from '@/shared/forms/OrderFilter';
import { plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Instant } from '@/shared/ui/Values';
import { trashPage } from '../api';
import { RestoreButton } from '../components/RestoreButton';
import { type TrashSearch, trashSearch } from '../search';
import { kindNames, lookOf } from '../vocabulary';

const soonGone = 3;

/** What was deleted in the last 30 days, and the way back. */
export default function TrashPage() {
  const [values, setValues] = useUrlState(trashSearch);
  const { data: people = [] } = useQuery(colleagues());
  const query = useQuery(trashPage(values));
  const filters: Filter<TrashSearch>[] = [
    {
      kind: 'many',
      key: 'kind',
      label: 'Kind',
      options: kindNames.map((value) => ({ value, label: lookOf(value).label })),
    },
    ...(people.length
      ? [
          {
            kind: 'one' as const,
            key: 'deletedBy' as const,
            label: 'Deleted by',
            options: people.map(({ id, fullName }) => ({ value: id, label: fullName })),
          },
        ]
      : []),
  ];

  return (
    <>
      <PageHeader
        title="Trash"
        description="What was deleted is kept for 30 days, and comes back with everything that went with it."
        actions={
          <Button asChild>
            <Link to={paths.deletionRequests}>Requests to delete orders</Link>
          </Button>
        }
      />
      <ListCard
        of={['thing', 'things']}
        whole="the trash"
        query={query}
        spec={trashSearch}
        values={values}
        onChange={setValues}
        filters={filters}
        besideFilters={<OrderFilter orderId={values.orderId} onChange={(orderId) => setValues({ orderId })} />}
        columns={5}
        noMatch="What was deleted more than 30 days ago is gone for good; its history is kept."
        empty={
          <EmptyState icon={Trash2} title="The trash is empty">
            What you delete lies here for 30 days, and can be brought back. PIs stay for good.
          </EmptyState>
        }
      >
        {(list) => <Table caption="Trash" columns={columns} rowKey={({ id }) => id} {...list} />}
      </ListCard>
    </>
  );
}

const columns: Column<TrashEntryDto>[] = [
  { key: 'label', head: 'What', primary: true, cell: (entry) => <Thing entry={entry} /> },
  { key: 'order', head: 'Order', cell: (entry) => <OfOrder entry={entry} /> },
  { key: 'by', head: 'Deleted by', cell: ({ deletedBy }) => deletedBy?.fullName ?? 'Provabook' },
  { key: 'at', head: 'Deleted', show: 'wide', cell: ({ deletedAt }) => <Instant at={deletedAt} /> },
  {
    key: 'left',
    head: 'Kept for',
    badge: true,
    cell: ({ daysLeft }) =>
      daysLeft === null ? (
        <Badge>For good, with its PI</Badge>
      ) : (
        <Badge tone={daysLeft <= soonGone ? 'warn' : 'calm'}>{plural(daysLeft, 'day')} more</Badge>
      ),
  },
  { key: 'restore', head: 'Restore', align: 'end', cell: (entry) => <RestoreButton entry={entry} /> },
];

function Thing({ entry: { kind, label } }: { entry: TrashEntryDto }) {
  const { icon: Icon, label: kindLabel } = lookOf(kind);
  return (
    <span className="flex items-start gap-2.5">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <span className="min-w-0 break-words">
        <span className="font-medium">{label}</span>
        <span className="block text-[0.8125rem] text-muted">{kindLabel}</span>
      </span>
    </span>
  );
}

function OfOrder({ entry: { isOrder, orderId, orderNumber, customerName } }: { entry: TrashEntryDto }) {
  return (
    <span className="block max-w-60 break-words">
      {isOrder ? (
        <span>With everything under it</span>
      ) : !orderId ? (
        <span className="text-muted">Of the house</span>
      ) : (
        <Link to={paths.order(orderId)} className="text-accent-text hover:underline">
          {orderNumber}
        </Link>
      )}
      {customerName && <span className="block text-[0.8125rem] text-muted">{customerName}</span>}
    </span>
  );
}
