import { Fragment, type KeyboardEvent, memo, useRef, useState } from 'react';
import type { ColumnMappingDto, DryRunCellDto, DryRunDto, DryRunRowDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { fieldLabels, isMilestone } from '../fields';
import { CellOutcome, chipOf } from './CellOutcome';
import { MoreRows } from './MoreRows';
import { OldRows } from './OldRows';
import { RowHead } from './RowHead';
import { bodyRows, cellsByColumn, emptyCell, partsOf, rowOf } from '../sheet';
import { useShown } from './useShown';

export interface SheetProps {
  dryRun: DryRunDto;
  /** A committed one is only read. */
  readOnly: boolean;
  /** The address of a cell whose row is to be shown, however far down it is. */
  sought: string | null;
  onOpenCell: (cell: DryRunCellDto, from: HTMLElement) => void;
  onInclude: (row: DryRunRowDto, included: boolean) => void;
}

const rowsAtOnce = 40;

/** The sheet as it lies on the desk, with what becomes of each cell below its text. Arrows move, Enter opens. */
export function SheetTable({ dryRun, readOnly, sought, onOpenCell, onInclude }: SheetProps) {
  const rows = bodyRows(dryRun);
  const { shown, before, after, showBefore, showAfter } = useShown(rows, sought, rowsAtOnce);
  const [oldShown, setOldShown] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const isActiveShown = active !== null && shown.some(({ row }) => row === rowOf(active));
  const reachable = isActiveShown ? active : firstCell(shown, dryRun.columns);
  const moveFocus = (event: KeyboardEvent) => moveBetweenCells(event, table.current);

  return (
    <>
      <MoreRows earlier left={before} onShow={showBefore} />
      <div
        role="region"
        aria-label="The sheet"
        tabIndex={-1}
        className="relative max-h-[min(72dvh,56rem)] overflow-auto overscroll-contain"
      >
        <table ref={table} className="border-separate border-spacing-0 text-sm" onKeyDown={moveFocus}>
          <caption className="sr-only">
            {dryRun.sheet}: each cell with what it becomes. Arrow keys move, Enter changes a cell.
          </caption>
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky start-0 top-0 z-3 min-w-52 border-b border-e border-line bg-surface px-3 py-2 text-start align-bottom text-xs font-medium text-muted"
              >
                Row
              </th>
              {dryRun.columns.map((column) => (
                <ColumnHead key={column.column} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {partsOf(shown).map((part) => {
              const each = 'old' in part ? part.old : [part.row];
              return (
                <Fragment key={each[0]?.row}>
                  {'old' in part && (
                    <tr>
                      <td colSpan={dryRun.columns.length + 1} className="border-b border-line bg-sunken/60 p-0">
                        <OldRows rows={part.old} open={oldShown} onToggle={() => setOldShown(!oldShown)} />
                      </td>
                    </tr>
                  )}
                  {('row' in part || oldShown) &&
                    each.map((row) => (
                      <SheetRow
                        key={row.row}
                        row={row}
                        columns={dryRun.columns}
                        readOnly={readOnly}
                        reachable={reachable && rowOf(reachable) === row.row ? reachable : null}
                        onActive={setActive}
                        onOpenCell={onOpenCell}
                        onInclude={onInclude}
                      />
                    ))}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      <MoreRows left={after} onShow={showAfter} />
    </>
  );
}

function ColumnHead({ column: { column, heading, field } }: { column: ColumnMappingDto }) {
  return (
    <th
      scope="col"
      className="sticky top-0 z-2 max-w-52 border-b border-line bg-surface px-3 py-2 text-start align-bottom font-medium"
    >
      <span className="block text-xs font-normal text-muted">
        {column}
        {heading && ` · ${heading}`}
      </span>
      <span className={cx('block text-[0.8125rem]', !field && 'font-normal text-muted')}>
        {field ? fieldLabels[field] : 'Left out'}
      </span>
    </th>
  );
}

interface SheetRowProps extends Pick<SheetProps, 'readOnly' | 'onOpenCell' | 'onInclude'> {
  row: DryRunRowDto;
  columns: readonly ColumnMappingDto[];
  /** The one cell that Tab reaches; arrows lead to the others. */
  reachable: string | null;
  onActive: (address: string) => void;
}

const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { row, columns, readOnly, reachable, onActive, onOpenCell, onInclude } = props;
  const cells = cellsByColumn(row);
  return (
    <tr className={cx(!row.included && 'text-muted')}>
      <th
        scope="row"
        className="sticky start-0 z-1 w-52 min-w-52 max-w-52 border-b border-e border-line bg-surface px-3 py-2 text-start align-top font-normal"
      >
        <RowHead row={row} readOnly={readOnly} onInclude={onInclude} />
      </th>
      {columns.map((column) => {
        const cell = cells.get(column.column) ?? (row.included && column.field ? emptyCell(row, column) : null);
        return (
          <td
            key={column.column}
            data-address={`${column.column}${row.row}`}
            className={cx(
              'h-px max-w-56 border-b border-line p-0 align-top',
              widthOf(column),
              !row.included && 'bg-sunken/60',
              row.class === 'total' && 'font-medium',
            )}
          >
            {cell && row.included && cell.field && !readOnly ? (
              <CellButton
                cell={cell}
                isReachable={reachable === cell.address}
                onActive={onActive}
                onOpen={onOpenCell}
              />
            ) : (
              cell && (
                <div className="px-3 py-2">
                  <CellContent cell={cell} quiet={!row.included} />
                </div>
              )
            )}
          </td>
        );
      })}
    </tr>
  );
});

interface CellButtonProps {
  cell: DryRunCellDto;
  isReachable: boolean;
  onActive: (address: string) => void;
  onOpen: (cell: DryRunCellDto, from: HTMLElement) => void;
}

function CellButton({ cell, isReachable, onActive, onOpen }: CellButtonProps) {
  return (
    <button
      type="button"
      data-address={cell.address}
      tabIndex={isReachable ? 0 : -1}
      aria-haspopup="dialog"
      onFocus={() => onActive(cell.address)}
      onClick={(event) => onOpen(cell, event.currentTarget)}
      className={cx(
        'flex size-full min-h-15 items-start px-3 py-2 text-start hover:bg-hover focus-visible:outline-offset-[-2px]',
        cell.decided && 'shadow-[inset_2px_0_0_var(--accent)]',
      )}
    >
      <CellContent cell={cell} />
    </button>
  );
}

export function CellContent({ cell, quiet = false }: { cell: DryRunCellDto; quiet?: boolean }) {
  const { shown, outcome, from, decided } = cell;
  if (shown === '' && from === null && !decided && outcome.type === 'ignored') {
    return (
      <span className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">Empty</span>
      </span>
    );
  }
  // Words that are taken as they are need no second telling.
  const isSame = outcome.type === 'text' && chipOf(outcome).text === shown;
  return (
    <span className="flex flex-col gap-1">
      <span className="line-clamp-3 break-words">
        {shown || (from && <span className="text-muted">as {from}</span>)}
      </span>
      {decided && <span className="sr-only">Changed by you. </span>}
      {!quiet && !isSame && <CellOutcome outcome={outcome} />}
    </span>
  );
}

/** Room for a day with its word, and for what a fabric is made of. */
function widthOf({ field }: ColumnMappingDto): string {
  return isMilestone(field) ? 'min-w-46' : field === 'fabrics' ? 'min-w-52' : 'min-w-34';
}

function firstCell(rows: readonly DryRunRowDto[], columns: readonly ColumnMappingDto[]): string | null {
  const row = rows.find(({ included }) => included);
  const column = columns.find(({ field }) => field !== null);
  return row && column ? `${column.column}${row.row}` : null;
}

/** Up and down stay in the column, left and right in the row; Home and End go to the row's ends. */
function moveBetweenCells(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const from = (event.target as HTMLElement).closest('td');
  if (!from || !table || event.altKey || event.metaKey) return;
  const rowCells = (row: Element) => [...row.querySelectorAll<HTMLElement>('button[data-address]')];
  const inRow = rowCells(from.parentElement as Element);
  const at = inRow.findIndex((each) => each === event.target);
  const vertical = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const target =
    vertical !== undefined
      ? neighbour(table, from, vertical)
      : { ArrowRight: inRow[at + 1], ArrowLeft: inRow[at - 1], Home: inRow[0], End: inRow.at(-1) }[event.key];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function neighbour(table: HTMLTableElement, from: HTMLTableCellElement, step: number): HTMLElement | undefined {
  const rows = [...table.tBodies[0]!.rows];
  const start = rows.indexOf(from.parentElement as HTMLTableRowElement);
  for (let at = start + step; at >= 0 && at < rows.length; at += step) {
    const found = rows[at]?.cells[from.cellIndex]?.querySelector<HTMLElement>('button[data-address]');
    if (found) return found;
  }
  return undefined;
}
