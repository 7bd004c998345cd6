import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Factory, Plus } from 'lucide-react';
import { ExportMenu } from '@/shared/exports/ExportMenu';
import { OrderFilter } from '@/shared/forms/OrderFilter';
import { useCan } from '@/shared/lib/can';
import { useKeys } from '@/shared/lib/keys';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { Button } from '@/shared/ui/Button';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { metricsPage } from '../api';
import { ProductionViews } from '../components/ProductionViews';
import { DaysTable } from '../components/DaysTable';
import { Progress } from '../components/Progress';
import { type ProductionSearch, productionSearch } from '../search';
import { lineStageCodes, lineStages, stages } from '../vocabulary';

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

/** What the days are made of, entry by entry: asked for by the same filters. */
const entriesAsked = ({ search, orderId, stage, dateFrom, dateTo }: ProductionSearch) => ({
  search,
  orderId,
  stage: lineStageCodes.filter((code) => stage?.some((done) => done === lineStages[code].done)),
  entryDateFrom: dateFrom,
  entryDateTo: dateTo,
});

/** The sheets of days: what was knitted, dyed and finished of each order. */
export default function DaysPage() {
  const navigate = useNavigate();
  const mayWrite = useCan()('production.write');
  const [values, setValues] = useUrlState(productionSearch);
  const { orderId, ...rest } = values;
  const asked = { ...rest, ...(orderId ? { orderId: [orderId] } : {}), pageSize };
  const query = useQuery(metricsPage(asked));
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
      <PageHeader
        title="Days of output"
        crumbs={[{ label: 'Production', to: paths.production }]}
        description="What was knitted, dyed and finished, day by day."
        actions={
          <>
            <ProductionViews />
            <ExportMenu
              of={[
                { kind: 'production_days', label: 'Daily output', asked },
                { kind: 'production_entries', label: 'Output by line', asked: entriesAsked(values) },
              ]}
            />
            {enter}
          </>
        }
      />
      {orderId && (
        <div className="mb-5">
          <Progress orderId={orderId} />
        </div>
      )}
      <ListCard
        of={['day', 'days']}
        whole="the daily output"
        query={query}
        spec={productionSearch}
        values={values}
        onChange={setValues}
        filters={filters}
        besideFilters={<OrderFilter orderId={orderId} onChange={(chosen) => setValues({ orderId: chosen })} />}
        columns={6}
        noMatch="The search finds order numbers and customers."
        empty={
          <EmptyState icon={Factory} title="No output yet" actions={enter}>
            Enter each evening what the mill knitted, dyed and finished.
          </EmptyState>
        }
      >
        {(list) => <DaysTable caption="Daily output" withOrder {...list} />}
      </ListCard>
    </>
  );
}
