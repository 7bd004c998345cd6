import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Factory, Plus, SearchX } from 'lucide-react';
import { OrderFilter } from '@/shared/forms/OrderFilter';
import { useCan } from '@/shared/lib/can';
import { useKeys } from '@/shared/lib/keys';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { type Filter, FilterBar } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Pagination } from '@/shared/ui/Pagination';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { metricsPage } from '../api';
import { DaysTable } from '../components/DaysTable';
import { Progress } from '../components/Progress';
import { type ProductionSearch, productionSearch } from '../search';
import { stages } from '../vocabulary';

const pageSize = 25;

const filters: Filter<ProductionSearch>[] = [
  {
    kind: 'many',
    key: 'stage',
    label: 'Stage',
    options: stages.map(({ stage, name }) => ({ value: stage, label: name })),
  },
  { kind: 'days', from: 'dateFrom', to: 'dateTo', label: 'Day' },
];

export default function ProductionPage() {
  const navigate = useNavigate();
  const mayWrite = useCan()('production.write');
  const [values, setValues] = useUrlState(productionSearch);
  const { orderId, ...rest } = values;
  const asked = { ...rest, ...(orderId ? { orderId: [orderId] } : {}), pageSize };
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(metricsPage(asked));
  const retry = () => void refetch();
  useKeys(mayWrite ? { e: () => void navigate({ to: paths.enterOutput }) } : {});
  const enter = mayWrite && (
    <Button variant="primary" asChild>
      <Link to={paths.enterOutput}>
        <Plus aria-hidden />
        Enter output
      </Link>
    </Button>
  );

  return (
    <>
      <PageHeader title="Production" description="What was knitted, dyed and finished, day by day." actions={enter} />
      {orderId && (
        <div className="mb-5">
          <Progress orderId={orderId} />
        </div>
      )}
      <Card flush>
        <div className="border-b border-line">
          <FilterBar of="daily output" values={values} onChange={setValues} filters={filters} searchKey="search">
            <OrderFilter orderId={orderId} onChange={(chosen) => setValues({ orderId: chosen })} />
          </FilterBar>
        </div>
        {error && data && <StaleBanner error={error} onRetry={retry} />}
        {isPending ? (
          <TableSkeleton what="the daily output" columns={6} rows={10} />
        ) : !data ? (
          <ErrorState title="The daily output could not be loaded" error={error} onRetry={retry} />
        ) : data.results.length > 0 ? (
          <>
            <DaysTable
              caption="Daily output"
              rows={data.results}
              withOrder
              ordering={values.ordering}
              onOrdering={(ordering) => setValues({ ordering: ordering as typeof values.ordering })}
              stale={isPlaceholderData}
            />
            <Pagination
              page={values.page ?? 1}
              pageSize={pageSize}
              count={data.count}
              countCapped={data.countCapped}
              hasNext={data.next !== null}
              onPage={(page) => setValues({ page })}
              of={['day', 'days']}
            />
          </>
        ) : productionSearch.narrows(values) || values.page ? (
          <EmptyState
            icon={SearchX}
            title="No output fits all of this"
            actions={<Button onClick={() => setValues(productionSearch.none)}>Drop the filters</Button>}
          >
            The search finds order numbers and customers.
          </EmptyState>
        ) : (
          <EmptyState icon={Factory} title="No output yet" actions={enter}>
            Enter each evening what the mill knitted, dyed and finished.
          </EmptyState>
        )}
      </Card>
    </>
  );
}
