import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { OrderDto, SupplierDeliveryDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { cx } from '@/shared/lib/cx';
import { formatDay, formatQuantity } from '@/shared/lib/format';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { aboveRowLink, type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day, Quantity } from '@/shared/ui/Values';
import { DeleteDeliveryDialog } from './DeleteDeliveryDialog';
import { EditDeliveryDrawer } from './EditDeliveryDrawer';

type Asking = { what: 'edit' | 'delete'; delivery: SupplierDeliveryDto };

/** What came, a row each delivery and line; a row opens to be changed. */
export function DeliveriesTable({ order, rows }: { order: OrderDto; rows: readonly SupplierDeliveryDto[] }) {
  const mayWrite = useCan()('supplier_delivery.write');
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);

  const columns: Column<SupplierDeliveryDto>[] = [
    {
      key: 'date',
      head: 'Day',
      primary: true,
      cell: (delivery) =>
        mayWrite ? (
          <button
            type="button"
            onClick={() => setAsking({ what: 'edit', delivery })}
            className={cx(rowLink, 'text-start')}
          >
            <Day day={delivery.deliveryDate} />
            <span className="sr-only">, {lineOf(delivery)}</span>
          </button>
        ) : (
          <Day day={delivery.deliveryDate} />
        ),
    },
    { key: 'line', head: 'Line', cell: (delivery) => <span className="break-words">{lineOf(delivery)}</span> },
    { key: 'quantity', head: 'Delivered', align: 'end', cell: (delivery) => <Delivered delivery={delivery} /> },
    { key: 'rolls', head: 'Rolls', align: 'end', show: 'wide', cell: ({ rollCount }) => rollCount ?? '' },
    {
      key: 'challan',
      head: 'Challan',
      cell: ({ challanNumber }) => challanNumber ?? <span className="text-muted">–</span>,
    },
    {
      key: 'notes',
      head: 'Notes',
      show: 'wide',
      cell: ({ notes }) => (
        <span className="line-clamp-2 max-w-80 break-words text-[0.8125rem] text-muted" title={notes ?? undefined}>
          {notes}
        </span>
      ),
    },
    {
      key: 'by',
      head: 'Recorded by',
      show: 'widest',
      cell: ({ createdBy }) => <span className="text-muted">{createdBy?.fullName}</span>,
    },
    ...(mayWrite ? [actions(setAsking)] : []),
  ];

  return (
    <>
      <Table caption={`Deliveries of ${order.orderNumber}`} columns={columns} rows={rows} rowKey={({ id }) => id} />
      {asking?.what === 'edit' && <EditDeliveryDrawer order={order} delivery={asking.delivery} onClose={close} />}
      {asking?.what === 'delete' && <DeleteDeliveryDialog delivery={asking.delivery} onClose={close} />}
    </>
  );
}

const lineOf = ({ orderLineLabel, styleNumber }: SupplierDeliveryDto): string =>
  orderLineLabel ?? (styleNumber ? `Style ${styleNumber}` : 'The whole order');

/** As it came, and below it what that is in the line's unit. */
function Delivered({ delivery }: { delivery: SupplierDeliveryDto }) {
  const { deliveredQuantity, unit, inLineUnit, notConverted } = delivery;
  return (
    <>
      <Quantity quantity={deliveredQuantity} unit={unit} />
      {inLineUnit && (
        <span className="block text-[0.8125rem] text-muted" title={inLineUnit.formula}>
          ≈ {formatQuantity(inLineUnit.to.quantity, inLineUnit.to.unit)}
        </span>
      )}
      {notConverted && <span className="block text-[0.8125rem] text-info">not counted</span>}
    </>
  );
}

const actions = (ask: (asking: Asking) => void): Column<SupplierDeliveryDto> => ({
  key: 'actions',
  head: 'Actions',
  badge: true,
  align: 'end',
  className: '@2xl:w-20',
  cell: (delivery) => (
    <span className={cx(aboveRowLink, '-my-1 inline-flex')}>
      <Menu
        trigger={
          <IconButton
            icon={Ellipsis}
            size="sm"
            label={`More about ${lineOf(delivery)} on ${formatDay(delivery.deliveryDate)}`}
            withoutTooltip
          />
        }
      >
        <MenuItem icon={Pencil} onSelect={() => ask({ what: 'edit', delivery })}>
          Edit
        </MenuItem>
        <MenuItem icon={Trash2} danger onSelect={() => ask({ what: 'delete', delivery })}>
          Delete…
        </MenuItem>
      </Menu>
    </span>
  ),
});
