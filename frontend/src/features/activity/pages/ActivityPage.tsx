import { useQuery } from '@tanstack/react-query';
import { colleagues } from '@/shared/api/colleagues';
import { OrderFilter } from '@/shared/forms/OrderFilter';
import { useUrlState } from '@/shared/lib/search';
import { useActor } from '@/shared/session';
import { Card } from '@/shared/ui/Card';
import { FilterBar } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Entries } from '../components/Entries';
import { filtersFor } from '../components/filters';
import { activitySearch } from '../search';

/** Who did what, over all orders that one may see. */
export default function ActivityPage() {
  const [values, setValues] = useUrlState(activitySearch);
  const { role } = useActor();
  const { data: people = [] } = useQuery(colleagues());
  const { orderId, ...filters } = values;
  return (
    <>
      <PageHeader
        title="Activity"
        description={
          role === 'merchandiser' ? 'What was done on your orders.' : 'What was done on all orders of the house.'
        }
      />
      <Card flush>
        <div className="border-b border-line">
          <FilterBar of="the activity" values={values} onChange={setValues} filters={filtersFor(people)}>
            <OrderFilter orderId={orderId} onChange={(chosen) => setValues({ orderId: chosen })} />
          </FilterBar>
        </div>
        <Entries
          orderId={orderId ?? null}
          filters={filters}
          empty="Whatever somebody does on an order is written down here, with their name and the time."
          onDropFilters={() => setValues(activitySearch.none)}
        />
      </Card>
    </>
  );
}
