import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { ListedLineDto, OrderListItemDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { plural } from '@/shared/lib/format';
import { useSingleKeys } from '@/shared/lib/keys';
import { paths } from '@/shared/lib/paths';
import { useRoom } from '@/shared/lib/width';
import { StatusBadge } from '@/shared/ui/Badge';
import { aboveRowLink, type Column, rowLink, Table, TableRow } from '@/shared/ui/Table';
import { Amounts, Quantity } from '@/shared/ui/Values';
import { type ListedLine, useChosenColumns } from '../columns/use-chosen-columns';
import type { OrderColumnName } from '../columns/vocabulary';
import { gateColumns } from '../gate-grid/gate-columns';
import { lineRow, orderRow } from '../gate-grid/rows';
import { type GateGrid, useGateGrid } from '../gate-grid/use-gate-grid';
import { Tick } from '../selection/Tick';
import type { Selection } from '../selection/use-selection';
import { isClosed } from '../vocabulary';
import { DeliveredBar, deliveredOfLine, deliveredOfOrder } from './DeliveredBar';
import { Etd } from './Etd';
import { OrderName } from './OrderName';
import { PlanCell } from './PlanCell';

interface OrdersTableProps {
  rows: readonly OrderListItemDto[];
  ordering?: string;
  onOrdering: (ordering: string) => void;
  stale: boolean;
  /** Where one sees the orders of others too. */
  withMerchandiser: boolean;
  /** Which are ticked, to hand several over. */
  selection: Selection;
  /** All orders with their lines, but those that the person folds. */
  linesShown: boolean;
  /** Beside those that are always there. */
  chosen: readonly OrderColumnName[];
  /** Space on a row. */
  onPeek: (orderId: string) => void;
}

/** Pixels: below `cards` the table is one of cards; a gate's column and all other columns together take about so many. */
const widths = { cards: 672, gate: 100, others: 790, unknown: 1_300 } as const;

/** Orders with their lines and gates. A gate is decided where it stands: an order of one line needs no unfolding. */
export function OrdersTable({
  rows,
  ordering,
  onOrdering,
  stale,
  withMerchandiser,
  selection,
  linesShown,
  chosen,
  onPeek,
}: OrdersTableProps) {
  const [frame, { width: measured, spills }] = useRoom<HTMLDivElement>();
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isOpen = ({ id, lines }: OrderListItemDto) => lines.length > 0 && turned.has(id) !== linesShown;
  const toggle = (id: string) =>
    setTurned((old) => new Set(old.has(id) ? [...old].filter((each) => each !== id) : [...old, id]));

  const peekBySpace = (event: KeyboardEvent, orderId: string) => {
    if (event.key !== ' ' || !useSingleKeys.getState().on) return;
    event.preventDefault();
    onPeek(orderId);
  };

  const added = useChosenColumns(chosen, rows);
  const width = measured || widths.unknown;
  const grid = useGateGrid({
    rows: rows.flatMap((order) => [
      orderRow(order, isOpen(order)),
      ...(isOpen(order) ? order.lines.map((line) => lineRow(line)) : []),
    ]),
    room:
      width < widths.cards
        ? null
        : Math.max(1, Math.floor((width - widths.others - added.width) / widths.gate) - spills),
    onUnfold: toggle,
  });

  const columns: Column<OrderListItemDto>[] = [
    {
      key: 'po',
      head: 'PO',
      orderBy: 'orderNumber',
      also: { head: 'Buyer', orderBy: 'customerName' },
      primary: true,
      frozen: true,
      cell: (order) => (
        <span className="flex items-start gap-1">
          <span className="me-1.5">
            <Tick id={order.id} name={order.orderNumber} selection={selection} />
          </span>
          <LinesToggle order={order} open={isOpen(order)} onToggle={() => toggle(order.id)} />
          <OrderName
            order={order}
            withMerchandiser={withMerchandiser}
            onKeyDown={(event) => peekBySpace(event, order.id)}
            onPeek={() => onPeek(order.id)}
          />
        </span>
      ),
    },
    ...added.ofOrder,
    { key: 'quantity', head: 'Quantity', align: 'end', cell: (order) => <Worth order={order} /> },
    {
      key: 'etd',
      head: 'ETD',
      orderBy: 'etd',
      cell: (order) => <Etd day={order.earliestEtd} closed={isClosed(order)} />,
    },
    { key: 'plan', head: 'T&A', cell: (order) => <PlanCell of={order.lines} closed={isClosed(order)} /> },
    { key: 'status', head: 'Status', badge: true, cell: (order) => <Standing order={order} /> },
    ...gateColumns(grid, (order: OrderListItemDto) => orderRow(order, isOpen(order))),
  ];

  const columnsOfLine = lineColumns(grid, added.ofLine, peekBySpace);

  return (
    <div ref={frame}>
      <Table
        caption="Orders"
        dense
        columns={columns}
        rows={rows}
        rowKey={(order) => order.id}
        ordering={ordering}
        onOrdering={onOrdering}
        stale={stale}
        isOpen={(order) => (order.lines.length > 0 ? isOpen(order) : null)}
        parts={(order) =>
          isOpen(order) &&
          order.lines.map((line) => <TableRow key={line.id} level={2} columns={columnsOfLine} row={{ order, line }} />)
        }
      />
      <p role="status" className={grid.says ? 'px-4 py-2 text-[0.8125rem] text-muted' : 'sr-only'}>
        {grid.says}
      </p>
      {grid.dialogs}
      {added.preview}
    </div>
  );
}

/** The columns of a line under its order: the same, with what is the line's own. */
function lineColumns(
  grid: GateGrid,
  added: readonly Column<ListedLine>[],
  onKeyDown: (event: KeyboardEvent, orderId: string) => void,
): Column<ListedLine>[] {
  return [
    {
      key: 'po',
      head: 'Line',
      primary: true,
      frozen: true,
      cell: ({ line }) => <LineName line={line} onKeyDown={(event) => onKeyDown(event, line.orderId)} />,
    },
    ...added,
    {
      key: 'quantity',
      head: 'Quantity',
      align: 'end',
      cell: ({ line }) => (
        <span className="inline-flex flex-col items-end">
          <Quantity quantity={line.quantity} unit={line.unit} />
          <DeliveredBar percent={deliveredOfLine(line)} />
        </span>
      ),
    },
    {
      key: 'etd',
      head: 'ETD',
      cell: ({ order, line }) => <Etd day={line.etd} closed={isClosed(order) || isClosed(line)} />,
    },
    {
      key: 'plan',
      head: 'T&A',
      cell: ({ order, line }) => <PlanCell of={[line]} closed={isClosed(order) || isClosed(line)} />,
    },
    { key: 'status', head: 'Status', badge: true, cell: ({ line }) => <StatusBadge status={line.status} /> },
    ...gateColumns(grid, ({ line }: ListedLine) => lineRow(line)),
  ];
}

interface LineNameProps {
  line: ListedLineDto;
  onKeyDown: (event: KeyboardEvent) => void;
}

function LineName({ line: { id, orderId, label, millName }, onKeyDown }: LineNameProps) {
  return (
    <span className="block max-w-52 @2xl:ps-7">
      <Link
        to={paths.order(orderId)}
        search={{ tab: 'lines', line: id } as never}
        className={cx(rowLink, 'break-words')}
        onKeyDown={onKeyDown}
      >
        {label}
      </Link>
      {millName && <span className="block break-words text-[0.8125rem] text-muted">{millName}</span>}
    </span>
  );
}

/** How much of it, for how much, and how much of it came. */
function Worth({ order }: { order: OrderListItemDto }) {
  const { quantities, totalValue } = order;
  return (
    <span className="inline-flex flex-col items-end">
      <Amounts of={quantities} />
      {totalValue.length > 0 && (
        <span className="text-[0.8125rem] text-muted">
          <Amounts of={totalValue} />
        </span>
      )}
      <DeliveredBar percent={deliveredOfOrder(order)} />
    </span>
  );
}

/** Where its lines stand, and the stage that is set by hand. */
function Standing({ order: { status, currentStage } }: { order: OrderListItemDto }) {
  return (
    <span className="inline-flex flex-col items-end gap-1 @2xl:items-start">
      <StatusBadge status={status} />
      <span className="text-[0.8125rem] text-muted @2xl:px-2">{currentStage}</span>
    </span>
  );
}

interface LinesToggleProps {
  order: OrderListItemDto;
  open: boolean;
  onToggle: () => void;
}

function LinesToggle({ order: { lines, orderNumber }, open, onToggle }: LinesToggleProps) {
  if (lines.length === 0) return <span className="w-6 shrink-0" />;
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-label={`${plural(lines.length, 'line')} of ${orderNumber}`}
      onClick={onToggle}
      className={cx(
        aboveRowLink,
        'touch-target -ms-1 inline-flex size-6 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink',
      )}
    >
      <ChevronRight aria-hidden className={cx('size-4 transition-transform rtl:rotate-180', open && 'rotate-90')} />
    </button>
  );
}
