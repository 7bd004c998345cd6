import type { UseQueryResult } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Page } from '@/shared/api/queries';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { type Filter, FilterBar } from '@/shared/ui/FilterBar';
import { Pagination } from '@/shared/ui/Pagination';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { moneySearch, type MoneySearch, pageSize } from '../search';

interface LedgerProps<Row extends { id: string }> {
  /** One row, many rows. */
  of: readonly [one: string, many: string];
  query: UseQueryResult<Page<Row>>;
  columns: readonly Column<Row>[];
  filters: readonly Filter<MoneySearch>[];
  values: MoneySearch;
  onChange: (change: Partial<MoneySearch>) => void;
  /** What stands here when there is none at all. */
  empty: ReactNode;
}

/** A list of PIs or of LCs, with its filters. */
export function Ledger<Row extends { id: string }>(props: LedgerProps<Row>) {
  const { of, query, columns, filters, values, onChange, empty } = props;
  const { data, error, isPending, isPlaceholderData, refetch } = query;
  const narrowed = moneySearch.narrows({ ...values, tab: undefined });
  const dropAll = () => onChange({ ...moneySearch.none, tab: values.tab });

  return (
    <Card flush>
      {(narrowed || data?.count !== 0) && (
        <div className="border-b border-line">
          <FilterBar of={`these ${of[1]}`} values={values} onChange={onChange} filters={filters} searchKey="search" />
        </div>
      )}
      {error && data && <StaleBanner error={error} onRetry={() => void refetch()} />}
      {isPending ? (
        <TableSkeleton what={`the ${of[1]}`} columns={6} rows={10} />
      ) : !data ? (
        <ErrorState title={`The ${of[1]} could not be loaded`} error={error} onRetry={() => void refetch()} />
      ) : data.results.length > 0 ? (
        <>
          <Table
            caption={of[1]}
            columns={columns}
            rows={data.results}
            rowKey={({ id }) => id}
            ordering={values.ordering}
            onOrdering={(ordering) => onChange(moneySearch.parse({ ordering }))}
            stale={isPlaceholderData}
          />
          <Pagination
            page={values.page ?? 1}
            pageSize={pageSize}
            count={data.count}
            countCapped={data.countCapped}
            hasNext={data.next !== null}
            onPage={(page) => onChange({ page })}
            of={of}
          />
        </>
      ) : values.page ? (
        <EmptyState
          title="There is no such page"
          actions={<Button onClick={() => onChange({ page: undefined })}>To the first page</Button>}
        >
          The list has become shorter since this link was made.
        </EmptyState>
      ) : narrowed ? (
        <EmptyState
          icon={SearchX}
          title={`No ${of[0]} fits all of this`}
          actions={<Button onClick={dropAll}>Drop the filters</Button>}
        />
      ) : (
        empty
      )}
    </Card>
  );
}
