import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ReceiptText } from 'lucide-react';
import type { CommercialInvoiceRowDto } from '@/shared/api/generated';
import { OrderFilter } from '@/shared/forms/OrderFilter';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { useActor } from '@/shared/session';
import { StatusBadge } from '@/shared/ui/Badge';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day, Money } from '@/shared/ui/Values';
import { invoicesPage } from '../api';
import { InvoiceTotals } from '../components/InvoiceTotals';
import { ShipmentViews } from '../components/ShipmentViews';
import { invoiceFilters, invoicesNarrowed, invoicesSearch } from '../search';

const pageSize = 25;

/** Commercial invoices over all shipments, and what they come to. */
export default function InvoicesPage() {
  const [values, setValues] = useUrlState(invoicesSearch);
  const seesAll = useActor().role !== 'merchandiser';
  const narrowed = invoicesNarrowed(values);
  const { orderId, ordering, page } = values;
  const query = useQuery(invoicesPage({ ...narrowed, ordering, page, pageSize }));
  return (
    <>
      <PageHeader
        title="Commercial invoices"
        description={
          seesAll ? 'What buyers were asked to pay for.' : 'What buyers were asked to pay for your shipments.'
        }
        actions={<ShipmentViews />}
      />
      <InvoiceTotals of={narrowed} />
      <ListCard
        of={['invoice', 'invoices']}
        query={query}
        spec={invoicesSearch}
        values={values}
        onChange={setValues}
        filters={invoiceFilters}
        besideFilters={<OrderFilter orderId={orderId} onChange={(chosen) => setValues({ orderId: chosen })} />}
        columns={6}
        pageSize={pageSize}
        noMatch="The search finds their numbers, buyers and orders."
        empty={
          <EmptyState icon={ReceiptText} title="No commercial invoices yet">
            An invoice is issued on the page of its shipment, from the lines that go.
          </EmptyState>
        }
      >
        {({ ordering: sorted = '-issueDate', ...list }) => (
          <Table caption="Commercial invoices" columns={columns} rowKey={({ id }) => id} ordering={sorted} {...list} />
        )}
      </ListCard>
    </>
  );
}

const columns: Column<CommercialInvoiceRowDto>[] = [
  {
    key: 'number',
    head: 'Invoice',
    primary: true,
    orderBy: 'invoiceNumber',
    cell: ({ invoiceNumber, shipmentId, awbNumber }) => (
      <>
        {shipmentId ? (
          <Link to={paths.shipment(shipmentId)} className={rowLink} data-row-link>
            {invoiceNumber}
          </Link>
        ) : (
          <span className="font-medium">{invoiceNumber}</span>
        )}
        <span className="block break-all text-[0.8125rem] text-muted">{awbNumber ?? 'Its order was deleted'}</span>
      </>
    ),
  },
  {
    key: 'orders',
    head: 'Orders',
    cell: ({ orderNumbers }) => <span className="block max-w-52 break-words">{orderNumbers.join(', ')}</span>,
  },
  {
    key: 'buyer',
    head: 'Buyer',
    show: 'wide',
    cell: ({ buyer }) => <span className="block max-w-60 break-words">{buyer.split('\n')[0]}</span>,
  },
  { key: 'issueDate', head: 'Issued', orderBy: 'issueDate', cell: ({ issueDate }) => <Day day={issueDate} /> },
  {
    key: 'status',
    head: 'Status',
    badge: true,
    cell: ({ status, cancelReason }) => (
      <span className="inline-flex max-w-52 flex-col items-end gap-1 @2xl:items-start">
        <StatusBadge status={status} />
        {cancelReason && <span className="break-words text-[0.8125rem] text-muted">{cancelReason}</span>}
      </span>
    ),
  },
  {
    key: 'amount',
    head: 'Amount',
    align: 'end',
    orderBy: 'amount',
    cell: ({ amount, currency, status }) => (
      <Money
        amount={amount}
        currency={currency}
        className={status === 'cancelled' ? 'text-muted line-through' : 'font-medium'}
      />
    ),
  },
];
