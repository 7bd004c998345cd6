import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { OrderDto, SupplierDeliveryDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { cx } from '@/shared/lib/cx';
import { formatDay } from '@/shared/lib/format';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { aboveRowLink, type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day } from '@/shared/ui/Values';
import { deliveryColumns, lineOf } from '../columns';
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
    ...deliveryColumns,
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
