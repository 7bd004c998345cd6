import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '@/shared/api/queries';
import { ListCard } from '@/shared/list/ListCard';
import type { Filter } from '@/shared/ui/FilterBar';
import { type Column, Table } from '@/shared/ui/Table';
import { moneySearch, type MoneySearch } from '../search';

interface LedgerProps<Row extends { id: string }> {
  /** One row, many rows. */
  of: readonly [one: string, many: string];
  query: UseQueryResult<Page<Row>>;
  columns: readonly Column<Row>[];
  filters: readonly Filter<MoneySearch>[];
  values: MoneySearch;
  onChange: (change: Partial<MoneySearch>) => void;
  /** Between the filters and the table. */
  totals: ReactNode;
  /** What stands here when there is none at all. */
  empty: ReactNode;
}

/** A list of PIs or of LCs, with its filters. */
export function Ledger<Row extends { id: string }>({ columns, totals, ...list }: LedgerProps<Row>) {
  return (
    <ListCard
      {...list}
      spec={moneySearch}
      kept={['tab']}
      columns={6}
      noMatch="The search finds numbers of papers and orders, and customers."
    >
      {(rows) => (
        <>
          {totals}
          <Table caption={list.of[1]} columns={columns} rowKey={({ id }) => id} {...rows} />
        </>
      )}
    </ListCard>
  );
}
