import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { cx } from '../lib/cx';

export interface Column<Row> {
  key: string;
  /** The heading; on a card the label before the value. */
  head: string;
  cell: (row: Row) => ReactNode;
  /** Numbers, money and quantities: `end`. */
  align?: 'start' | 'end';
  /** The API's name for ordering by it; without one the heading is no button. */
  orderBy?: string;
  /** The title of the card, without label: the name of the row, usually a link made with `rowLink`. */
  primary?: boolean;
  /** On a card beside the title: the status. */
  badge?: boolean;
  /** Where room is short: `wide` from 900 px of table on, `widest` from 1,150 px, neither on cards. */
  show?: 'wide' | 'widest';
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
  /** Under a row, over its full width: what it is made of. Null where there is nothing to show. */
  detail?: (row: Row) => ReactNode;
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
  const { caption, columns, rows, rowKey, ordering, onOrdering, stale = false, detail, footer } = props;
  return (
    <div className="@container">
      <table role="table" className="block w-full border-collapse text-sm @2xl:table" aria-busy={stale || undefined}>
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
          className={cx('block divide-y divide-line transition-opacity @2xl:table-row-group', stale && 'opacity-60')}
        >
          {rows.map((row) => {
            const more = detail?.(row);
            return (
              <Fragment key={rowKey(row)}>
                <tr
                  role="row"
                  className="relative flex flex-wrap gap-x-4 gap-y-1.5 px-4 py-3.5 transition-colors hover:bg-hover @2xl:table-row @2xl:p-0"
                >
                  {columns.map((column) => (
                    <Cell key={column.key} column={column} row={row} />
                  ))}
                </tr>
                {more && (
                  <tr role="row" className="block bg-canvas @2xl:table-row">
                    <td role="cell" colSpan={columns.length} className="block p-0 @2xl:table-cell">
                      {more}
                    </td>
                  </tr>
                )}
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
  );
}

const shownFrom = { wide: 'hidden @4xl:table-cell', widest: 'hidden @6xl:table-cell' } as const;

function Head<Row>({
  column,
  ordering,
  onOrdering,
}: { column: Column<Row> } & Pick<TableProps<Row>, 'ordering' | 'onOrdering'>) {
  const { orderBy } = column;
  const sorted =
    orderBy && ordering === orderBy ? 'ascending' : orderBy && ordering === `-${orderBy}` ? 'descending' : undefined;
  const Arrow = sorted === 'ascending' ? ArrowUp : sorted === 'descending' ? ArrowDown : ChevronsUpDown;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sorted}
      className={cx(
        'sticky top-(--table-top,0px) z-2 whitespace-nowrap bg-surface px-4 shadow-[inset_0_-1px_0_var(--line)] py-2.5 text-[0.8125rem] font-medium text-muted',
        'first:rounded-ss-xl last:rounded-se-xl',
        column.align === 'end' ? 'text-end' : 'text-start',
        column.show && shownFrom[column.show],
        column.className,
      )}
    >
      {orderBy && onOrdering ? (
        <button
          type="button"
          onClick={() => onOrdering(sorted === 'ascending' ? `-${orderBy}` : orderBy)}
          className={cx(
            'group -mx-1.5 -my-1 inline-flex min-h-6 items-center gap-1 rounded-md px-1.5 py-1 hover:bg-hover hover:text-ink',
            sorted && 'text-ink',
          )}
        >
          {column.head}
          <Arrow aria-hidden className={cx('size-3.5', !sorted && 'opacity-45 group-hover:opacity-100')} />
        </button>
      ) : (
        column.head
      )}
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { head, align, primary, badge, show } = column;
  return (
    <td
      role="cell"
      className={cx(
        'min-w-0 @2xl:px-4 @2xl:py-2.5 @2xl:align-middle',
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
