import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarCheck } from 'lucide-react';
import { useState } from 'react';
import type { PlanGridLineDto } from '@/shared/api/generated';
import { colleagues } from '@/shared/api/colleagues';
import { useMedia } from '@/shared/lib/media';
import { ExportMenu } from '@/shared/exports/ExportMenu';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { holderOptions } from '@/shared/plan/holders';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { exportOf, gridPage } from '../api';
import { ForecastChip } from '../components/ForecastChip';
import { PlanViews } from '@/shared/plan/PlanViews';
import { PlanGrid } from '../grid/PlanGrid';
import { BLOCK } from '../grid/use-blocks';
import { type GridSearch, gridSearch } from '../search';
import { NextSteps } from '../strip/LineStrip';
import { urgencyOptions } from '../vocabulary';

/** Time and action across orders: a row for each line, a column for each step. */
export default function PlanGridPage() {
  const [asked, setValues] = useUrlState(gridSearch);
  const { data: people = [] } = useQuery(colleagues());
  const wide = useMedia('(min-width: 48rem)');
  const values = wide ? { ...asked, page: undefined } : asked;
  const query = useQuery(gridPage(values, wide ? BLOCK : undefined));
  const ofRows = useLast(JSON.stringify(values), values, !query.isPlaceholderData);
  const filters: Filter<GridSearch>[] = [
    { kind: 'many', key: 'urgency', label: 'Urgency', options: urgencyOptions },
    { kind: 'many', key: 'holder', label: 'Waits for', options: holderOptions },
    {
      kind: 'one',
      key: 'merchandiserId',
      label: 'Merchandiser',
      options: people.map(({ id, fullName }) => ({ value: id, label: fullName })),
    },
    { kind: 'days', from: 'etdFrom', to: 'etdTo', label: 'ETD' },
    { kind: 'days', from: 'forecastFrom', to: 'forecastTo', label: 'Forecast' },
  ];
  return (
    <>
      <PageHeader
        title="Time and action"
        description={
          <>
            Lines that are still to leave, the least slack first.
            <span className="hidden pointer-fine:inline"> Enter opens a day, T says that it happened today.</span>
          </>
        }
        actions={
          <>
            <PlanViews />
            <ExportMenu of={[{ kind: 'tna', label: 'T&A', asked: exportOf(values) }]} />
          </>
        }
      />
      <ListCard
        of={['line', 'lines']}
        query={query}
        spec={gridSearch}
        values={values}
        onChange={setValues}
        filters={filters}
        columns={8}
        scrolls={wide}
        noMatch="The search finds order numbers, styles, colours and customers."
        empty={
          <EmptyState icon={CalendarCheck} title="No plans yet">
            Lay a plan on a line, under “Plan” of its order: from then on its steps stand here.
          </EmptyState>
        }
      >
        {({ rows, stale }) =>
          wide && query.data ? (
            <PlanGrid key={ofRows.key} values={ofRows.values} first={query.data} stale={stale} />
          ) : (
            <Cards lines={rows} />
          )
        }
      </ListCard>
    </>
  );
}

/** What the rows on the screen were asked with: while others are on their way, the old ones stay and can be scrolled. */
function useLast(key: string, values: GridSearch, arrived: boolean) {
  const [last, setLast] = useState({ key, values });
  if (arrived && last.key !== key) setLast({ key, values });
  return last;
}

/** On a phone: each line with its next steps. */
function Cards({ lines }: { lines: readonly PlanGridLineDto[] }) {
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => (
        <li key={line.orderLineId} className="flex flex-col gap-2 px-4 py-3.5">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="min-w-0">
              <Link
                to={paths.order(line.orderId)}
                search={{ tab: 'plan' } as never}
                className="touch-target font-medium hover:underline"
              >
                {line.orderNumber}
              </Link>
              <span className="block break-words text-[0.8125rem] text-muted">{line.lineLabel}</span>
            </p>
            <ForecastChip forecast={line} />
          </div>
          <NextSteps line={line} />
        </li>
      ))}
    </ul>
  );
}
