import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Factory, SearchX } from 'lucide-react';
import { today } from '@/shared/lib/house';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Field } from '@/shared/ui/Field';
import { Input, Select } from '@/shared/ui/Input';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Pagination } from '@/shared/ui/Pagination';
import { SearchBox } from '@/shared/ui/SearchBox';
import { EmptyState, ErrorState, TableSkeleton } from '@/shared/ui/States';
import { daysOfOrders, ordersToEnter, weekBefore } from '../api';
import { EntryRow } from '../components/EntryRow';
import { entrySearch } from '../search';
import { type Stage, stages } from '../vocabulary';

const pageSize = 25;

/** One stage of one day for all orders that run: type a figure, Enter, the next. */
export default function EnterOutputPage() {
  const [values, setValues] = useUrlState(entrySearch);
  const date = values.date && !Number.isNaN(Date.parse(values.date)) ? values.date : today();
  const stage = stages.find((each) => each.stage === values.stage) ?? stages[0]!;
  const orders = useQuery(ordersToEnter({ search: values.search, page: values.page, pageSize }));
  const ids = orders.data?.results.map(({ id }) => id) ?? [];
  const days = useQuery(daysOfOrders(ids, { dateFrom: date, dateTo: date }));
  const before = useQuery(daysOfOrders(ids, { ...weekBefore(date), stage: [stage.stage] }));
  const failed = [orders, days, before].find(({ error }) => error);
  const retry = () => void Promise.all([orders.refetch(), days.refetch(), before.refetch()]);

  return (
    <>
      <PageHeader
        title="Enter output"
        crumbs={[{ label: 'Production', to: paths.production }]}
        description="Each figure is saved as you leave it. Enter goes to the next order."
      />
      <Card flush>
        <div className="grid grid-cols-2 gap-3 border-b border-line px-4 py-3 sm:flex sm:items-end sm:px-5">
          <Field label="Stage" className="sm:w-44">
            <Select
              value={stage.stage}
              options={stages.map(({ stage: value, name }) => ({ value, label: name }))}
              onChange={({ target }) => setValues({ stage: target.value as Stage })}
            />
          </Field>
          <Field label="Day" className="sm:w-44">
            <Input
              type="date"
              value={date}
              max={today()}
              onChange={({ target }) => setValues({ date: target.value || undefined })}
            />
          </Field>
          <SearchBox
            label="Search orders to enter"
            value={values.search ?? ''}
            onSearch={(search) => setValues({ search: search || undefined })}
            className="col-span-2 sm:ms-auto sm:w-64"
          />
        </div>
        {failed ? (
          <ErrorState title="The orders could not be loaded" error={failed.error} onRetry={retry} />
        ) : !orders.data || (ids.length > 0 && (!days.data || !before.data)) ? (
          <TableSkeleton what="the orders" columns={4} rows={8} />
        ) : ids.length === 0 ? (
          <NoOrders searching={Boolean(values.search)} onDrop={() => setValues({ search: undefined })} />
        ) : (
          <>
            <ul aria-label={`${stage.name} by order`} className="divide-y divide-line">
              {orders.data.results.map((order) => (
                <EntryRow
                  key={`${order.id}/${stage.stage}/${date}`}
                  order={order}
                  stage={stage}
                  date={date}
                  metric={days.data?.find(({ orderId }) => orderId === order.id)}
                  last={before.data?.find(({ orderId }) => orderId === order.id)}
                />
              ))}
            </ul>
            <Pagination
              page={values.page ?? 1}
              pageSize={pageSize}
              count={orders.data.count}
              countCapped={orders.data.countCapped}
              hasNext={orders.data.next !== null}
              onPage={(page) => setValues({ page })}
              of={['order', 'orders']}
            />
          </>
        )}
      </Card>
    </>
  );
}

function NoOrders({ searching, onDrop }: { searching: boolean; onDrop: () => void }) {
  if (searching) {
    return (
      <EmptyState
        icon={SearchX}
        title="No order matches"
        actions={<Button onClick={onDrop}>Show those that run</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={Factory}
      title="No orders run now"
      actions={
        <Button asChild>
          <Link to={paths.orders}>All orders</Link>
        </Button>
      }
    >
      Orders that are running or in bulk stand here. Any other is found by its number above.
    </EmptyState>
  );
}
