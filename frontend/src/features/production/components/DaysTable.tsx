import { Link } from '@tanstack/react-router';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ProductionMetricDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { cx } from '@/shared/lib/cx';
import { formatDay, formatQuantity } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { aboveRowLink, type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day, Quantity } from '@/shared/ui/Values';
import { lineStages, outputOf, stages } from '../vocabulary';
import { DayDrawer } from './DayDrawer';
import { DeleteDayDialog } from './DeleteDayDialog';

interface DaysTableProps {
  caption: string;
  rows: readonly ProductionMetricDto[];
  /** Within the workspace of an order every row is of the same. */
  withOrder?: boolean;
  ordering?: string;
  onOrdering?: (ordering: string) => void;
  stale?: boolean;
}

type Asking = { what: 'edit' | 'delete'; metric: ProductionMetricDto };

/** Daily output, a row each day and order; a day opens to be changed. */
export function DaysTable({ caption, rows, withOrder = false, ...table }: DaysTableProps) {
  const mayWrite = useCan()('production.write');
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);

  const columns: Column<ProductionMetricDto>[] = [
    {
      key: 'date',
      head: 'Day',
      primary: true,
      orderBy: 'date',
      cell: (metric) =>
        mayWrite && !metric.computed ? (
          <button
            type="button"
            onClick={() => setAsking({ what: 'edit', metric })}
            className={cx(rowLink, 'text-start')}
          >
            <Day day={metric.date} />
            {withOrder && <span className="sr-only"> of {metric.orderNumber}</span>}
          </button>
        ) : (
          <Day day={metric.date} />
        ),
    },
    ...(withOrder ? [orderColumn] : []),
    ...stages.map(({ field, done }): Column<ProductionMetricDto> => ({
      key: field,
      head: done,
      align: 'end',
      cell: (metric) => <Quantity quantity={outputOf(metric, field)} unit={metric.unit} />,
    })),
    {
      key: 'notes',
      head: 'Notes',
      show: 'wide',
      cell: (metric) => (
        <span
          className="line-clamp-2 max-w-80 break-words text-[0.8125rem] text-muted"
          title={metric.notes ?? undefined}
        >
          {[metric.notes, ofEntries(metric)].filter(Boolean).join(' · ')}
        </span>
      ),
    },
    ...(mayWrite ? [actionsColumn(setAsking)] : []),
  ];

  return (
    <>
      <Table caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} {...table} />
      {asking?.what === 'edit' && (
        <DayDrawer
          order={{ id: asking.metric.orderId, orderNumber: asking.metric.orderNumber }}
          metric={asking.metric}
          onClose={close}
        />
      )}
      {asking?.what === 'delete' && <DeleteDayDialog metric={asking.metric} onClose={close} />}
    </>
  );
}

/** Where its figures come from, and what has no place in them. */
function ofEntries({ computed, leftOut }: ProductionMetricDto): string | null {
  if (!computed) return null;
  const apart = leftOut.map(
    ({ quantity, unit, stage }) => `${formatQuantity(quantity, unit)} ${lineStages[stage].done}`,
  );
  return apart.length ? `Sum of its entries; not counted: ${apart.join(', ')}` : 'Sum of its entries';
}

const orderColumn: Column<ProductionMetricDto> = {
  key: 'order',
  head: 'Order',
  cell: ({ orderId, orderNumber, customerName }) => (
    <span className="block max-w-60 break-words">
      <Link
        to={paths.order(orderId)}
        search={{ tab: 'production' } as never}
        className={cx(aboveRowLink, 'text-accent-text hover:underline')}
      >
        {orderNumber}
      </Link>
      <span className="block text-[0.8125rem] text-muted">{customerName}</span>
    </span>
  ),
};

const actionsColumn = (ask: (asking: Asking) => void): Column<ProductionMetricDto> => ({
  key: 'actions',
  head: 'Actions',
  badge: true,
  align: 'end',
  className: '@2xl:w-20',
  cell: (metric) =>
    !metric.computed && (
      <span className={cx(aboveRowLink, '-my-1 inline-flex')}>
        <Menu
          trigger={
            <IconButton
              icon={Ellipsis}
              size="sm"
              label={`More about ${metric.orderNumber} on ${formatDay(metric.date)}`}
              withoutTooltip
            />
          }
        >
          <MenuItem icon={Pencil} onSelect={() => ask({ what: 'edit', metric })}>
            Edit
          </MenuItem>
          <MenuItem icon={Trash2} danger onSelect={() => ask({ what: 'delete', metric })}>
            Delete…
          </MenuItem>
        </Menu>
      </span>
    ),
});
