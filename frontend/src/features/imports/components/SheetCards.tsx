import { Fragment, useState } from 'react';
import type { ColumnMappingDto, DryRunRowDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { fieldLabels } from '../fields';
import { MoreRows } from './MoreRows';
import { OldRows } from './OldRows';
import { RowHead } from './RowHead';
import { bodyRows, cellsByColumn, emptyCell, nameOf, partsOf } from '../sheet';
import { CellContent, type SheetProps } from './SheetTable';
import { useShown } from './useShown';

const cardsAtOnce = 20;

/** The sheet where it is narrow: a card for each row, a cell on each line of it. */
export function SheetCards({ dryRun, readOnly, sought, onOpenCell, onInclude }: SheetProps) {
  const rows = bodyRows(dryRun);
  const { shown, before, after, showBefore, showAfter } = useShown(rows, sought, cardsAtOnce);
  const [oldShown, setOldShown] = useState(false);
  const columns = dryRun.columns.filter(({ field }) => field !== null);
  return (
    <div className="divide-y divide-line">
      <MoreRows earlier left={before} onShow={showBefore} />
      {partsOf(shown).map((part) => {
        const each = 'old' in part ? part.old : [part.row];
        return (
          <Fragment key={each[0]?.row}>
            {'old' in part && <OldRows rows={part.old} open={oldShown} onToggle={() => setOldShown(!oldShown)} />}
            {('row' in part || oldShown) &&
              each.map((row) => (
                <RowCard
                  key={row.row}
                  row={row}
                  columns={columns}
                  readOnly={readOnly}
                  onOpenCell={onOpenCell}
                  onInclude={onInclude}
                />
              ))}
          </Fragment>
        );
      })}
      <MoreRows left={after} onShow={showAfter} />
    </div>
  );
}

interface RowCardProps extends Pick<SheetProps, 'readOnly' | 'onOpenCell' | 'onInclude'> {
  row: DryRunRowDto;
  columns: readonly ColumnMappingDto[];
}

function RowCard({ row, columns, readOnly, onOpenCell, onInclude }: RowCardProps) {
  const cells = cellsByColumn(row);
  return (
    <section key={row.row} aria-label={`Row ${row.row}`} className={cx('px-4 py-4', !row.included && 'bg-sunken/60')}>
      <h3 className={cx('mb-2 break-words font-semibold', !row.included && 'font-normal text-muted')}>{nameOf(row)}</h3>
      <RowHead row={row} readOnly={readOnly} onInclude={onInclude} />
      {row.included && (
        <dl className="mt-3 divide-y divide-line/70">
          {columns.map((column) => {
            const cell = cells.get(column.column) ?? emptyCell(row, column);
            return (
              <div key={column.column} className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-start gap-2">
                <dt className="py-2.5 text-[0.8125rem] text-muted">{column.field && fieldLabels[column.field]}</dt>
                <dd>
                  {readOnly ? (
                    <div className="px-2 py-2.5">
                      <CellContent cell={cell} />
                    </div>
                  ) : (
                    <button
                      type="button"
                      data-address={cell.address}
                      aria-haspopup="dialog"
                      onClick={(event) => onOpenCell(cell, event.currentTarget)}
                      className={cx(
                        'touch-tall w-full rounded-md px-2 py-2.5 text-start text-sm hover:bg-hover',
                        cell.decided && 'shadow-[inset_2px_0_0_var(--accent)]',
                      )}
                    >
                      <CellContent cell={cell} />
                    </button>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </section>
  );
}
