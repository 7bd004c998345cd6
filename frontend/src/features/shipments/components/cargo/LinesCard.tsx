import { Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { CargoDto, ShipmentDto, ShipmentLineDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { EmptyState } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Amounts, Money, Quantity } from '@/shared/ui/Values';
import { sourceNames } from '../../vocabulary';
import { LinesDrawer } from './LinesDrawer';

interface LinesCardProps {
  cargo: CargoDto;
  shipment: ShipmentDto;
}

/** The lines that go, beside what was ordered and what is packed of each. */
export function LinesCard({ cargo, shipment }: LinesCardProps) {
  const mayWrite = useCan()('shipment.write') && !cargo.part;
  const [editing, setEditing] = useState(false);
  const { lines, quantities, amounts, unpriced } = cargo;
  const edit = mayWrite && (
    <Button size="sm" icon={Pencil} onClick={() => setEditing(true)}>
      {lines.length ? 'Change lines' : 'Say what goes'}
    </Button>
  );
  return (
    <Card title="What goes" actions={lines.length > 0 && edit} flush>
      {lines.length === 0 ? (
        <EmptyState title="Nobody said yet what goes" actions={edit}>
          Lines of the order with their quantities: the invoice is written from them, and the packing list ties to them.
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Lines that go"
            columns={columnsFor(shipment)}
            rows={lines}
            rowKey={({ orderLineId }) => orderLineId}
          />
          <div className="flex flex-wrap items-baseline justify-end gap-x-8 gap-y-2 border-t border-line px-4 py-3 text-sm font-semibold sm:px-5">
            <span className="me-auto text-muted">
              Total
              {unpriced > 0 && (
                <span className="ms-2 font-normal text-warn">
                  without {plural(unpriced, 'line')} that no price is agreed for
                </span>
              )}
            </span>
            <Amounts of={quantities} />
            <Amounts of={amounts} />
          </div>
        </>
      )}
      {editing && <LinesDrawer cargo={cargo} shipment={shipment} onClose={() => setEditing(false)} />}
    </Card>
  );
}

const columnsFor = ({ orders }: ShipmentDto): Column<ShipmentLineDto>[] => [
  {
    key: 'line',
    head: 'Line',
    primary: true,
    cell: ({ label, orderNumber, description }) => (
      <>
        <span className="font-medium">{label}</span>
        {orders.length > 1 && <span className="block text-[0.8125rem] text-muted">{orderNumber}</span>}
        {description && <span className="block max-w-md break-words text-[0.8125rem] text-muted">{description}</span>}
      </>
    ),
  },
  {
    key: 'ordered',
    head: 'Ordered',
    align: 'end',
    show: 'wide',
    cell: ({ ordered }) => (ordered ? <Quantity {...ordered} /> : <span className="text-muted">–</span>),
  },
  {
    key: 'elsewhere',
    head: 'In other shipments',
    align: 'end',
    show: 'wide',
    cell: ({ elsewhere, unit }) =>
      Number(elsewhere) ? <Quantity quantity={elsewhere} unit={unit} /> : <span className="text-muted">–</span>,
  },
  {
    key: 'quantity',
    head: 'Goes',
    align: 'end',
    cell: ({ quantity, unit }) => <Quantity quantity={quantity} unit={unit} />,
  },
  {
    key: 'packed',
    head: 'Packed',
    align: 'end',
    cell: ({ packed, quantity, unit }) =>
      Number(packed) ? (
        <Quantity quantity={packed} unit={unit} className={packed === quantity ? undefined : 'text-warn'} />
      ) : (
        <span className="text-muted">–</span>
      ),
  },
  {
    key: 'price',
    head: 'Price',
    align: 'end',
    show: 'wide',
    cell: ({ price, currency, priceFrom, pricedBy }) =>
      price === null ? (
        <span className="text-warn">Not agreed</span>
      ) : (
        <span className="block text-end">
          <span className="whitespace-nowrap tabular-nums">
            {currency} {price}
          </span>
          <span className="block text-[0.8125rem] whitespace-nowrap text-muted">
            {pricedBy ? (
              <Link to={paths.proformaInvoice(pricedBy.proformaInvoiceId)} className="underline underline-offset-2">
                {pricedBy.piNumber}
              </Link>
            ) : (
              priceFrom && sourceNames[priceFrom]
            )}
          </span>
        </span>
      ),
  },
  {
    key: 'amount',
    head: 'Amount',
    align: 'end',
    cell: ({ amount, currency }) =>
      amount === null ? <span className="text-muted">–</span> : <Money amount={amount} currency={currency} />,
  },
];
