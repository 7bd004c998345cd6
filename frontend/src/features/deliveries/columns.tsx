import type { SupplierDeliveryDto } from '@/shared/api/generated';
import { formatQuantity } from '@/shared/lib/format';
import type { Column } from '@/shared/ui/Table';
import { Quantity } from '@/shared/ui/Values';

/** What a delivery tells, of one order or of all. */
export const deliveryColumns: readonly Column<SupplierDeliveryDto>[] = [
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
];

export const lineOf = ({ orderLineLabel, styleNumber }: SupplierDeliveryDto): string =>
  orderLineLabel ?? (styleNumber ? `Style ${styleNumber}` : 'The whole order');

/** As it came, and below it what that is in the line's unit. */
function Delivered({ delivery }: { delivery: SupplierDeliveryDto }) {
  const { kind, deliveredQuantity, unit, inLineUnit, notConverted } = delivery;
  return (
    <>
      <Quantity quantity={deliveredQuantity} unit={unit} />
      {kind === 'yarn' && <span className="block text-end text-[0.8125rem] text-muted">yarn</span>}
      {inLineUnit && (
        <span className="block text-end text-[0.8125rem] text-muted" title={inLineUnit.formula}>
          ≈ {formatQuantity(inLineUnit.to.quantity, inLineUnit.to.unit)}
        </span>
      )}
      {notConverted && <span className="block text-end text-[0.8125rem] text-info">not counted</span>}
    </>
  );
}
