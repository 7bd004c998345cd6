import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MailQuestionMark } from 'lucide-react';
import type { DeletionRequestDto } from '@/shared/api/generated';
import { DeletionAnswer, DeletionStatusBadge } from '@/shared/deletion/DeletionAnswer';
import { sentenceCase } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Instant } from '@/shared/ui/Values';
import { deletionRequestsPage } from '../api';
import { type DeletionRequestsSearch, deletionRequestsSearch, deletionStatuses } from '../search';

const filters: Filter<DeletionRequestsSearch>[] = [
  {
    kind: 'many',
    key: 'status',
    label: 'Answer',
    options: deletionStatuses.map((value) => ({ value, label: sentenceCase(value) })),
  },
  {
    kind: 'one',
    key: 'role',
    label: 'My part',
    options: [
      { value: 'approver', label: 'I am asked' },
      { value: 'requester', label: 'I asked' },
    ],
  },
];

/** Who asked whom to delete which order, and what came of it; also of orders that are gone. */
export default function DeletionRequestsPage() {
  const [values, setValues] = useUrlState(deletionRequestsSearch);
  const query = useQuery(deletionRequestsPage(values));
  return (
    <>
      <PageHeader
        title="Requests to delete orders"
        crumbs={[{ label: 'Trash', to: paths.trash }]}
        description="Who may not delete an order asks who made it."
      />
      <ListCard
        of={['request', 'requests']}
        query={query}
        spec={deletionRequestsSearch}
        values={values}
        onChange={setValues}
        filters={filters}
        columns={5}
        noMatch="The search finds order numbers and customers."
        empty={
          <EmptyState icon={MailQuestionMark} title="Nobody has asked for anything">
            A request is made on an order, under “Delete order…”, by who did not create it.
          </EmptyState>
        }
      >
        {(list) => <Table caption="Requests to delete orders" columns={columns} rowKey={({ id }) => id} {...list} />}
      </ListCard>
    </>
  );
}

const columns: Column<DeletionRequestDto>[] = [
  { key: 'order', head: 'Order', primary: true, cell: (request) => <Order request={request} /> },
  {
    key: 'asked',
    head: 'Asked by',
    cell: ({ requester, createdAt }) => (
      <>
        {requester?.fullName ?? 'Somebody who left'}
        <span className="block text-[0.8125rem] text-muted">
          <Instant at={createdAt} />
        </span>
      </>
    ),
  },
  {
    key: 'why',
    head: 'Why',
    cell: ({ reason }) => <span className="block max-w-72 break-words">{reason ?? '—'}</span>,
  },
  {
    key: 'answer',
    head: 'Answer',
    cell: (request) => (
      <span className="flex flex-col items-end gap-1.5 @2xl:items-start">
        <Answered request={request} />
        {(request.mayAnswer || request.mayWithdraw) && <DeletionAnswer request={request} />}
      </span>
    ),
  },
  { key: 'status', head: 'Status', badge: true, cell: (request) => <DeletionStatusBadge request={request} /> },
];

function Order({ request: { orderId, orderNumber, customerName, status } }: { request: DeletionRequestDto }) {
  const there = orderId && status !== 'approved';
  return (
    <span className="block break-words">
      {there ? (
        <Link to={paths.order(orderId)} className="font-medium text-accent-text hover:underline">
          {orderNumber}
        </Link>
      ) : (
        <span className="font-medium">{orderNumber}</span>
      )}
      <span className="block text-[0.8125rem] text-muted">{customerName}</span>
    </span>
  );
}

function Answered({ request }: { request: DeletionRequestDto }) {
  const { status, approver, respondedBy, responseNote } = request;
  if (status === 'pending') return <span className="text-muted">{approver?.fullName ?? 'Managers'} to answer</span>;
  return (
    <span className="block max-w-72 break-words">
      {respondedBy?.fullName ?? 'Somebody who left'}
      {responseNote && <span className="block text-[0.8125rem] text-muted">“{responseNote}”</span>}
    </span>
  );
}
