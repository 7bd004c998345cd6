import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { SearchX, Trash2 } from 'lucide-react';
import type { TrashEntryDto } from '@/shared/api/generated';
import { colleagues } from '@/shared/api/colleagues';
import { OrderFilter } from '@/shared/forms/OrderFilter';
import { plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { type Filter, FilterBar } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Pagination } from '@/shared/ui/Pagination';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Instant } from '@/shared/ui/Values';
import { pageSize, trashPage } from '../api';
import { RestoreButton } from '../components/RestoreButton';
import { type TrashSearch, trashSearch } from '../search';
import { kindNames, lookOf } from '../vocabulary';

const soonGone = 3;

/** What was deleted in the last 30 days, and the way back. */
export default function TrashPage() {
  const [values, setValues] = useUrlState(trashSearch);
  const { data: people = [] } = useQuery(colleagues());
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(trashPage(values));
  const retry = () => void refetch();
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
      <Card flush>
        <div className="border-b border-line">
          <FilterBar of="the trash" values={values} onChange={setValues} filters={filters} searchKey="search">
            <OrderFilter orderId={values.orderId} onChange={(orderId) => setValues({ orderId })} />
          </FilterBar>
        </div>
        {error && data && <StaleBanner error={error} onRetry={retry} />}
        {isPending ? (
          <TableSkeleton what="the trash" columns={5} />
        ) : !data ? (
          <ErrorState title="The trash could not be loaded" error={error} onRetry={retry} />
        ) : data.results.length > 0 ? (
          <>
            <Table
              caption="Trash"
              columns={columns}
              rows={data.results}
              rowKey={({ id }) => id}
              stale={isPlaceholderData}
            />
            <Pagination
              page={values.page ?? 1}
              pageSize={pageSize}
              count={data.count}
              countCapped={data.countCapped}
              hasNext={data.next !== null}
              onPage={(page) => setValues({ page })}
              of={['thing', 'things']}
            />
          </>
        ) : trashSearch.narrows(values) || values.page ? (
          <EmptyState
            icon={SearchX}
            title="Nothing in the trash fits all of this"
            actions={<Button onClick={() => setValues(trashSearch.none)}>Drop the filters</Button>}
          >
            What was deleted more than 30 days ago is gone for good; its history is kept.
          </EmptyState>
        ) : (
          <EmptyState icon={Trash2} title="The trash is empty">
            What you delete lies here for 30 days, and can be brought back.
          </EmptyState>
        )}
      </Card>
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
    cell: ({ daysLeft }) => <Badge tone={daysLeft <= soonGone ? 'warn' : 'calm'}>{plural(daysLeft, 'day')} more</Badge>,
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
      {isOrder || !orderId ? (
        <span>With everything under it</span>
      ) : (
        <Link to={paths.order(orderId)} className="text-accent-text hover:underline">
          {orderNumber}
        </Link>
      )}
      {customerName && <span className="block text-[0.8125rem] text-muted">{customerName}</span>}
    </span>
  );
}
