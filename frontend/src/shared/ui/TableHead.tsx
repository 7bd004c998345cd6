import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { createContext, type RefObject, useContext, useLayoutEffect, useRef } from 'react';
import { cx } from '../lib/cx';
import type { Column, TableProps } from './Table';

interface Look {
  /** What is in the cells is worked on in place. */
  grid: boolean;
  dense: boolean;
  /** It is wider than its room, and scrolls in it. */
  sideways: boolean;
}
export const Look = createContext<Look>({ grid: false, dense: false, sideways: false });

/** The outer cells keep the card's distance. */
export const denseGap = '@2xl:px-2 @2xl:first:ps-4 @2xl:last:pe-4';

export const shownFrom = { wide: 'hidden @4xl:table-cell', widest: 'hidden @6xl:table-cell' } as const;

type Ordering<Row> = Pick<TableProps<Row>, 'ordering' | 'onOrdering'>;

/** Both of a column that shows two things. */
const orderingsOf = <Row,>({ head, orderBy, also }: Column<Row>) => [{ head, orderBy }, ...(also ? [also] : [])];

const headLook = 'whitespace-nowrap bg-surface py-2.5 text-[0.8125rem] font-medium text-muted';
const headLine = 'shadow-[inset_0_-1px_0_var(--line)]';

export function Head<Row>({ column, ordering, onOrdering }: { column: Column<Row> } & Ordering<Row>) {
  const { dense } = useContext(Look);
  const sorted = orderingsOf(column)
    .map((each) => sortedBy(each.orderBy, ordering))
    .find(Boolean);
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sorted}
      className={cx(
        'sticky top-(--table-top,0px) z-2',
        headLook,
        headLine,
        dense ? denseGap : 'px-4',
        column.frozen && 'start-0 z-3',
        'first:rounded-ss-xl last:rounded-se-xl',
        column.align === 'end' ? 'text-end' : 'text-start',
        column.show && shownFrom[column.show],
        column.className,
      )}
    >
      <HeadWords {...{ column, ordering, onOrdering }} />
    </th>
  );
}

/** @param copied heard by the pointer alone */
function HeadWords<Row>({
  column,
  ordering,
  onOrdering,
  copied = false,
}: { column: Column<Row>; copied?: boolean } & Ordering<Row>) {
  return (
    <span className="inline-flex items-center gap-3">
      {orderingsOf(column).map((each) =>
        each.orderBy && onOrdering ? (
          <OrderButton
            key={each.head}
            head={each.head}
            sorted={sortedBy(each.orderBy, ordering)}
            copied={copied}
            onOrder={(sign) => onOrdering(`${sign}${each.orderBy ?? ''}`)}
          />
        ) : (
          each.head
        ),
      )}
    </span>
  );
}

interface HeadAboveProps<Row> extends Ordering<Row> {
  columns: readonly Column<Row>[];
  /** Of the heads in the table, CSS pixels. */
  widths: readonly number[];
  /** What scrolls the table sideways. */
  box: RefObject<HTMLElement | null>;
}

/**
 * The head of a table that scrolls sideways. What sticks in such a box scrolls away with it, so a copy lies over the head
 * and stays under the page's top bar; readers and the keyboard have the real one, which is seen while it has the focus.
 */
export function HeadAbove<Row>({ columns, ordering, onOrdering, widths, box }: HeadAboveProps<Row>) {
  const { dense } = useContext(Look);
  const strip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const scrolled = box.current;
    if (!scrolled) return;
    const follow = () => strip.current?.scrollTo({ left: scrolled.scrollLeft });
    follow();
    scrolled.addEventListener('scroll', follow, { passive: true });
    return () => scrolled.removeEventListener('scroll', follow);
  }, [box]);
  return (
    <div
      ref={strip}
      aria-hidden
      className="sticky top-(--table-top,0px) z-4 self-start overflow-hidden in-[:has(th_:focus-visible)]:invisible"
    >
      <div className={cx('relative flex w-max bg-surface', headLine)}>
        {columns.map((column, at) => (
          <div
            key={column.key}
            style={{ width: widths[at] }}
            className={cx(
              'shrink-0',
              headLook,
              headLine,
              dense ? denseGap : 'px-4',
              column.frozen && 'sticky start-0 z-1',
              column.align === 'end' ? 'text-end' : 'text-start',
              column.className,
            )}
          >
            <HeadWords {...{ column, ordering, onOrdering }} copied />
          </div>
        ))}
      </div>
    </div>
  );
}

type Sorted = 'ascending' | 'descending' | undefined;

function sortedBy(orderBy: string | undefined, ordering: string | undefined): Sorted {
  if (!orderBy) return undefined;
  return ordering === orderBy ? 'ascending' : ordering === `-${orderBy}` ? 'descending' : undefined;
}

interface OrderButtonProps {
  head: string;
  sorted: Sorted;
  copied: boolean;
  onOrder: (sign: '' | '-') => void;
}

function OrderButton({ head, sorted, copied, onOrder }: OrderButtonProps) {
  const Arrow = sorted === 'ascending' ? ArrowUp : sorted === 'descending' ? ArrowDown : ChevronsUpDown;
  return (
    <button
      type="button"
      tabIndex={copied ? -1 : undefined}
      onClick={() => onOrder(sorted === 'ascending' ? '-' : '')}
      className={cx(
        'group -mx-1.5 -my-1 inline-flex min-h-6 items-center gap-1 rounded-md px-1.5 py-1 hover:bg-hover hover:text-ink',
        sorted && 'text-ink',
      )}
    >
      {head}
      <Arrow aria-hidden className={cx('size-3.5', !sorted && 'opacity-45 group-hover:opacity-100')} />
    </button>
  );
}
