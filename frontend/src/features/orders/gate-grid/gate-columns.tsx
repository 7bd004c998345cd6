import type { Column } from '@/shared/ui/Table';
import type { GateRow } from './rows';
import type { GateGrid } from './use-gate-grid';

/** The gates of a row: a column for each of those most used and one for the rest, or on cards all of them by name. */
export function gateColumns<Row>(grid: GateGrid, rowOf: (row: Row) => GateRow): Column<Row>[] {
  if (!grid.heads)
    return [
      {
        key: 'gates',
        head: 'Gates',
        cell: (row) => <span className="flex flex-wrap justify-end gap-1.5">{grid.chipsOf(rowOf(row))}</span>,
      },
    ];
  const columns = grid.heads.map(({ key, name }): Column<Row> => ({
    key: `gate-${key}`,
    head: name,
    cell: (row) => grid.cellOf(rowOf(row), key),
    isTaken: (row) => grid.isTaken(rowOf(row).id, key),
  }));
  return grid.hasMore ? [...columns, { key: 'more', head: 'More', cell: (row) => grid.moreOf(rowOf(row)) }] : columns;
}
