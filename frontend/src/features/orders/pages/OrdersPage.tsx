import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileSpreadsheet, PackageOpen, Plus, Rows3 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { ExportMenu } from '@/shared/exports/ExportMenu';
import { paths } from '@/shared/lib/paths';
import { useRowKeys } from '@/shared/lib/row-keys';
import { useUrlState } from '@/shared/lib/search';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { FilterBar } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Pagination } from '@/shared/ui/Pagination';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { colleagues } from '@/shared/api/colleagues';
import { ordersPage } from '../api';
import { ColumnsMenu } from '../columns/ColumnsMenu';
import { NoMatch } from '../components/NoMatch';
import { OrdersTable } from '../components/OrdersTable';
import { WorkbookDrop } from '../components/WorkbookDrop';
import { filtersInForce, orderFilters, toQuery } from '../filters';
import { ordersSearch } from '../search';
import { TickedOrders } from '../selection/TickedOrders';
import { useSelection } from '../selection/use-selection';
import { useView } from '../views/use-view';
import { ViewsMenu } from '../views/ViewsMenu';

const OrderPeek = lazy(() => import('../components/OrderPeek'));

const pageSize = 25;

export default function OrdersPage() {
  const [values, setValues] = useUrlState(ordersSearch);
  const seesAll = useActor().role !== 'merchandiser';
  const people = useQuery({ ...colleagues(), enabled: seesAll });
  const { views, view, arriving, choose } = useView(values, setValues);
  const { data, error, isPlaceholderData, isPending, refetch } = useQuery({
    ...ordersPage({ ...toQuery(values), pageSize }),
    enabled: !arriving,
  });
  const selection = useSelection((data?.results ?? []).map(({ id }) => id));
  useRowKeys();

  const merchandisers = people.data?.map(({ id, fullName }) => ({ value: id, label: fullName }));
  const filters = orderFilters(seesAll ? (merchandisers ?? []) : null, values);
  const inForce = filtersInForce(values, filters);
  const bare = data?.count === 0 && inForce.length === 0;

  return (
    <>
      <PageHeader
        title="Orders"
        badges={
          <>
            <ViewsMenu
              views={views}
              view={view}
              values={values}
              onChoose={choose}
              onSaved={({ id }) => setValues({ view: id, page: values.page })}
            />
            <ColumnsMenu
              chosen={values.columns ?? []}
              onChoose={(columns) => setValues({ columns, page: values.page })}
            />
          </>
        }
        description={seesAll ? 'All orders of the house.' : 'The orders that are yours.'}
        actions={
          <>
            <Button asChild>
              <Link to={paths.importOrders}>
                <FileSpreadsheet aria-hidden />
                Import workbook
              </Link>
            </Button>
            <ExportMenu
              of={[
                { kind: 'orders', label: 'Orders', asked: toQuery(values) },
                { kind: 'tna', label: 'T&A', asked: toQuery(values) },
              ]}
            />
          </>
        }
      />
      <Card flush>
        {!bare && (
          <div className="border-b border-line">
            <FilterBar of="these orders" values={values} onChange={setValues} filters={filters} searchKey="search">
              <Button
                size="sm"
                variant="quiet"
                icon={Rows3}
                aria-pressed={values.lines === 'shown'}
                onClick={() => setValues({ lines: values.lines ? undefined : 'shown', page: values.page })}
              >
                {values.lines ? 'Fold the lines' : 'Show the lines'}
              </Button>
            </FilterBar>
          </div>
        )}
        {error && data && <StaleBanner error={error} onRetry={() => void refetch()} />}
        {isPending ? (
          <TableSkeleton what="the orders" columns={7} rows={25} />
        ) : !data ? (
          <ErrorState title="The orders could not be loaded" error={error} onRetry={() => void refetch()} />
        ) : data.results.length > 0 ? (
          <>
            <OrdersTable
              rows={data.results}
              ordering={values.ordering}
              onOrdering={(ordering) => setValues({ ordering: ordering as typeof values.ordering })}
              stale={isPlaceholderData}
              withMerchandiser={seesAll}
              selection={selection}
              linesShown={values.lines === 'shown'}
              chosen={values.columns ?? []}
              onPeek={(peek) => setValues({ peek, page: values.page }, { push: true })}
            />
            <Pagination
              page={values.page ?? 1}
              pageSize={pageSize}
              count={data.count}
              countCapped={data.countCapped}
              hasNext={data.next !== null}
              onPage={(page) => setValues({ page })}
              of={['order', 'orders']}
            />
            <TickedOrders orders={data.results} selection={selection} />
          </>
        ) : bare ? (
          <NoOrders />
        ) : inForce.length > 0 && !values.page ? (
          <NoMatch values={values} inForce={inForce} onChange={setValues} />
        ) : (
          <EmptyState
            title="There is no such page"
            actions={<Button onClick={() => setValues({ page: undefined })}>To the first page</Button>}
          >
            The list has become shorter since this link was made.
          </EmptyState>
        )}
      </Card>
      {values.peek && (
        <Suspense>
          <OrderPeek
            orderId={values.peek}
            rows={data?.results ?? []}
            onGo={(peek) => setValues({ peek, page: values.page })}
            onClose={() => setValues({ peek: undefined, page: values.page })}
          />
        </Suspense>
      )}
      <div className="mt-5">
        <WorkbookDrop />
      </div>
    </>
  );
}

function NoOrders() {
  return (
    <EmptyState
      icon={PackageOpen}
      title="No orders yet"
      actions={
        <Button variant="primary" asChild>
          <Link to={paths.newOrder}>
            <Plus aria-hidden />
            New order
          </Link>
        </Button>
      }
    >
      Drop the workbook you live in today below, and its orders, lines and dates are here in a minute. Or begin with one
      order by hand.
    </EmptyState>
  );
}
