import { Fragment, type ReactNode, useContext } from 'react';
import { cx } from '../lib/cx';
import { useSpill } from '../lib/width';
import { denseGap, Head, HeadAbove, Look, shownFrom } from './TableHead';

export interface Column<Row> {
  key: string;
  /** The heading; on a card the label before the value. */
  head: string;
  cell: (row: Row) => ReactNode;
  /** Numbers, money and quantities: `end`. */
  align?: 'start' | 'end';
  /** The API's name for ordering by it; without one the heading is no button. */
  orderBy?: string;
  /** What the cell shows beside it, with an ordering of its own. */
  also?: { head: string; orderBy: string };
  /** The title of the card, without label: the name of the row, usually a link made with `rowLink`. */
  primary?: boolean;
  /** On a card beside the title: the status. */
  badge?: boolean;
  /** Where room is short: `wide` from 900 px of table on, `widest` from 1,150 px, neither on cards. */
  show?: 'wide' | 'widest';
  /** Stays in sight while the other columns move under it; the first one only. */
  frozen?: boolean;
  /** In a grid whose cells are taken together: whether this one is. */
  isTaken?: (row: Row) => boolean;
  className?: string;
}

export interface TableProps<Row> {
  /** What the rows are, for readers: "Orders". */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** `-etd`, as in the URL. */
  ordering?: string;
  onOrdering?: (ordering: string) => void;
  /** Older rows while newer ones load: still readable, a little paler. */
  stale?: boolean;
  /** Under a row, over its full width, what belongs to it. Null where there is nothing to show. */
  detail?: (row: Row) => ReactNode;
  /** Rows of their own under a row, in the same columns: `<TableRow level={2} …>`. Makes the table a grid that unfolds. */
  parts?: (row: Row) => ReactNode;
  /** Cells closer together, where many columns have to fit. */
  dense?: boolean;
  /** With `parts`: whether they are in sight; null where a row has none. */
  isOpen?: (row: Row) => boolean | null;
  /** The last line, such as sums; one cell per column. */
  footer?: ReactNode;
}

/** On the link in the primary column: makes the whole row its target, with keyboard and middle click as for any link. */
export const rowLink =
  'font-medium text-ink after:absolute after:inset-0 after:content-[""] hover:text-accent-text focus-visible:outline-none ' +
  'focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2';

/** For buttons and links in other cells: lifts them above the row's link. */
export const aboveRowLink = 'relative z-1';

/**
 * A real table. Where there is less than 640 px it turns into cards; the roles stay written out, because browsers drop
 * a table's meaning when its display changes.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, ordering, onOrdering, stale = false, detail, parts, isOpen, footer } = props;
  const [box, widths] = useSpill<HTMLDivElement>();
  const look = { grid: Boolean(parts), dense: props.dense ?? false, sideways: widths !== null };
  return (
    <Look value={look}>
      <div className="@container grid grid-cols-[minmax(0,1fr)] *:[grid-area:1/1]">
        {widths && <HeadAbove {...{ columns, ordering, onOrdering, widths, box }} />}
        {/* While it scrolls by itself, its own head stays where it is: the page's top bar is no business of that box. */}
        <div ref={box} className={cx(widths && 'overflow-x-auto [--table-top:0px]')}>
          <table
            role={parts ? 'treegrid' : 'table'}
            aria-multiselectable={columns.some(({ isTaken }) => isTaken) || undefined}
            className="block w-full border-collapse text-sm @2xl:table"
            aria-busy={stale || undefined}
          >
            <caption className="sr-only">{caption}</caption>
            <thead role="rowgroup" className="sr-only @2xl:not-sr-only @2xl:table-header-group">
              <tr role="row" className="@2xl:table-row">
                {columns.map((column) => (
                  <Head key={column.key} column={column} ordering={ordering} onOrdering={onOrdering} />
                ))}
              </tr>
            </thead>
            <tbody
              role="rowgroup"
              className={cx(
                'block divide-y divide-line transition-opacity @2xl:table-row-group',
                stale && 'opacity-60',
              )}
            >
              {rows.map((row) => {
                const more = detail?.(row);
                return (
                  <Fragment key={rowKey(row)}>
                    <TableRow columns={columns} row={row} open={isOpen?.(row)} className={more ? 'border-b-0!' : ''} />
                    {more && (
                      <tr role="row" className="block @2xl:table-row">
                        <td role="cell" colSpan={columns.length} className="block p-0 @2xl:table-cell">
                          {more}
                        </td>
                      </tr>
                    )}
                    {parts?.(row)}
                  </Fragment>
                );
              })}
            </tbody>
            {footer && (
              <tfoot role="rowgroup" className="block border-t border-line font-medium @2xl:table-footer-group">
                {footer}
              </tfoot>
            )}
          </table>
        </div>
      </div>
    </Look>
  );
}

interface TableRowProps<Row> {
  columns: readonly Column<Row>[];
  row: Row;
  /** 2: a part of the row above it, and shown as one. */
  level?: 1 | 2;
  open?: boolean | null;
  className?: string;
}

/** A row of a table; on its own only as one of the `parts` of another. */
export function TableRow<Row>({ columns, row, level = 1, open, className }: TableRowProps<Row>) {
  const { grid } = useContext(Look);
  return (
    <tr
      role="row"
      aria-level={grid ? level : undefined}
      aria-expanded={open ?? undefined}
      className={cx(
        'relative flex flex-wrap gap-x-4 gap-y-1.5 px-4 py-3.5 transition-colors hover:bg-hover @2xl:table-row @2xl:p-0',
        level === 2 ? 'bg-canvas ps-8 @2xl:ps-0' : grid && 'bg-surface',
        className,
      )}
    >
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} />
      ))}
    </tr>
  );
}

/** Only where the table scrolls: an own stacking would end a row's link at the cell's edge. */
const frozenLook = '@2xl:sticky @2xl:start-0 @2xl:z-2 @2xl:bg-inherit';

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { grid, dense, sideways } = useContext(Look);
  const { head, align, primary, badge, show } = column;
  return (
    <td
      role={grid ? (primary ? 'rowheader' : 'gridcell') : 'cell'}
      aria-selected={column.isTaken?.(row)}
      className={cx(
        'min-w-0 @2xl:py-2.5 @2xl:align-middle',
        dense ? denseGap : '@2xl:px-4',
        column.frozen && sideways && frozenLook,
        show ? shownFrom[show] : '@2xl:table-cell',
        align === 'end' && '@2xl:text-end @2xl:tabular-nums',
        primary && 'flex-1 text-[0.9375rem] @2xl:text-sm',
        !primary && !badge && !show && 'flex w-full items-baseline justify-between gap-4 @2xl:w-auto',
        primary ? 'order-1' : badge ? 'order-2' : 'order-3',
        column.className,
      )}
    >
      {!primary && !badge && !show && (
        <span aria-hidden className="shrink-0 text-[0.8125rem] text-muted @2xl:hidden">
          {head}
        </span>
      )}
      <span
        className={cx('min-w-0', !primary && !badge && 'text-end @2xl:text-start', align === 'end' && '@2xl:text-end')}
      >
        {column.cell(row)}
      </span>
    </td>
  );
}
