import type { UseQueryResult } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Page } from '../api/queries';
import { formatDecimal, sentenceCase } from '../lib/format';
import type { SearchSpec } from '../lib/search';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { type Filter, FilterBar } from '../ui/FilterBar';
import { Pagination } from '../ui/Pagination';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '../ui/States';

interface Listed {
  search?: string;
  ordering?: string;
  page?: number;
}

/** What a `Table` of the list takes as it is. */
export interface ListRows<Row> {
  rows: readonly Row[];
  ordering: string | undefined;
  onOrdering: (ordering: string) => void;
  stale: boolean;
}

export interface ListCardProps<Row, Values extends Listed> {
  /** One row, many rows: `['shipment', 'shipments']`. */
  of: readonly [one: string, many: string];
  /** The whole, where "the shipments" will not do: "the trash". */
  whole?: string;
  query: UseQueryResult<Page<Row>>;
  spec: SearchSpec<Values>;
  /** Both from `useUrlState(spec)`. */
  values: Values;
  onChange: (change: Partial<Values>) => void;
  filters: readonly Filter<Values>[];
  /** At the end of the filters: an order to choose, a switch. */
  besideFilters?: ReactNode;
  /** What of the URL narrows nothing, and stays when the filters are dropped: a tab, an open drawer. */
  kept?: readonly (keyof Values)[];
  /** Less than all is shown unasked: the filters stand although no row does. */
  filtersStay?: boolean;
  /** Of the skeleton, as many as the table will have. */
  columns: number;
  pageSize?: number;
  /** All rows are in one frame that scrolls: it is said how many, and there are no pages. */
  scrolls?: boolean;
  /** What stands here when there is none at all. */
  empty: ReactNode;
  /** Under "No shipment fits all of this": what the search looks at. */
  noMatch: ReactNode;
  /** The table, and what stands between it and the pages. */
  children: (list: ListRows<Row>) => ReactNode;
}

/** The frame of every list with pages: filters, then one of loading, failed, full, empty, filtered to nothing. */
export function ListCard<Row, Values extends Listed>(props: ListCardProps<Row, Values>) {
  const { of, query, spec, values, onChange, filters, besideFilters, kept = [], filtersStay = false } = props;
  const { whole, columns, pageSize = 25, scrolls = false, empty, noMatch, children } = props;
  const { data, error, isPending, isPlaceholderData, refetch } = query;
  const all = whole ?? `the ${of[1]}`;
  const retry = () => void refetch();
  const held = (from: Values) => Object.fromEntries(kept.map((key) => [key, from[key]])) as Partial<Values>;
  const narrowed = spec.narrows({ ...values, ...held(spec.none) });
  const bare = data?.results.length === 0 && !narrowed && !values.page;

  return (
    <Card flush>
      {(filtersStay || !bare) && (
        <div className="border-b border-line">
          <FilterBar
            of={whole ?? of[1]}
            values={values}
            onChange={onChange}
            filters={filters}
            searchKey={'search' in spec.none ? 'search' : undefined}
          >
            {besideFilters}
          </FilterBar>
        </div>
      )}
      {error && data && <StaleBanner error={error} onRetry={retry} />}
      {isPending ? (
        <TableSkeleton what={all} columns={columns} rows={pageSize} />
      ) : !data ? (
        <ErrorState title={`${sentenceCase(all)} could not be loaded`} error={error} onRetry={retry} />
      ) : data.results.length > 0 ? (
        <>
          {children({
            rows: data.results,
            ordering: values.ordering,
            onOrdering: (ordering) => onChange(spec.parse({ ordering })),
            stale: isPlaceholderData,
          })}
          {scrolls ? (
            <p className="border-t border-line px-4 py-2.5 text-[0.8125rem] tabular-nums text-muted" aria-live="polite">
              {formatDecimal(String(data.count))}
              {data.countCapped && '+'} {data.count === 1 ? of[0] : of[1]}
            </p>
          ) : (
            <Pagination
              page={values.page ?? 1}
              pageSize={pageSize}
              count={data.count}
              countCapped={data.countCapped}
              hasNext={data.next !== null}
              onPage={(page) => onChange({ page } as Partial<Values>)}
              of={of}
            />
          )}
        </>
      ) : values.page ? (
        <EmptyState
          title="There is no such page"
          actions={<Button onClick={() => onChange({ page: undefined } as Partial<Values>)}>To the first page</Button>}
        >
          The list has become shorter since this link was made.
        </EmptyState>
      ) : narrowed ? (
        <EmptyState
          icon={SearchX}
          title={`No ${of[0]} fits all of this`}
          actions={<Button onClick={() => onChange({ ...spec.none, ...held(values) })}>Drop the filters</Button>}
        >
          {noMatch}
        </EmptyState>
      ) : (
        empty
      )}
    </Card>
  );
}
