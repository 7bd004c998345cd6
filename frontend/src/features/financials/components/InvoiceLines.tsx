import { Link } from '@tanstack/react-router';
import type { InvoiceLineDto, WholeProformaInvoiceDto } from '@/shared/api/generated';
import { formatQuantity, oneOf } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { Card } from '@/shared/ui/Card';
import { type Column, Table } from '@/shared/ui/Table';
import { Money, Quantity } from '@/shared/ui/Values';

const linked = 'text-accent-text underline underline-offset-2';

/** What a PI asks for, line by line, each with where its figures come from. */
export function InvoiceLines({ invoice }: { invoice: WholeProformaInvoiceDto }) {
  const { lines, orderId, amount, currency, amountInWords } = invoice;
  const columns: Column<InvoiceLineDto>[] = [
    {
      key: 'goods',
      head: 'Goods',
      primary: true,
      cell: (line) => (
        <>
          <span className="font-medium">{[line.style, line.colour].filter(Boolean).join(' · ')}</span>
          <span className="block text-[0.8125rem] font-normal text-muted">{detailOf(line)}</span>
        </>
      ),
    },
    {
      key: 'quantity',
      head: 'Quantity',
      align: 'end',
      cell: ({ quantity, unit }) => <Quantity quantity={quantity} unit={unit} />,
    },
    {
      key: 'price',
      head: 'Unit price',
      align: 'end',
      cell: ({ price, unit }) => (
        <span className="tabular-nums">
          {price} <span className="text-muted">/ {oneOf(unit)}</span>
        </span>
      ),
    },
    { key: 'amount', head: 'Amount', align: 'end', cell: (line) => <Money amount={line.amount} currency={currency} /> },
    { key: 'from', head: 'Comes from', cell: (line) => <Trace line={line} orderId={orderId} currency={currency} /> },
  ];
  if (lines.length === 0) return null;
  return (
    <Card title="What it is for" flush>
      <div className="mt-3 border-t border-line">
        <Table caption="Lines of the PI" columns={columns} rows={lines} rowKey={({ id }) => id} />
      </div>
      <p className="border-t border-line px-4 py-3 text-sm sm:px-5">
        <Money amount={amount} currency={currency} className="font-semibold" />
        <span className="mt-0.5 block text-muted">{amountInWords}</span>
      </p>
    </Card>
  );
}

const detailOf = ({ description, composition, construction, gsm, width, hsCode }: InvoiceLineDto): string =>
  [description, composition, construction, gsm && `${gsm} g/m²`, width, hsCode && `HS ${hsCode}`]
    .filter(Boolean)
    .join(' · ');

/** The order's line as it stands today, and the mill's offer that was chosen when the PI was raised. */
function Trace({ line, orderId, currency }: { line: InvoiceLineDto; orderId: string; currency: string }) {
  const { trace, quantity, price } = line;
  if (!trace) return <span className="text-muted">a line that the order no longer has</span>;
  const { millOffer } = trace;
  const differs = trace.quantity !== quantity || trace.price !== price || trace.currency !== currency;
  return (
    <span className="text-[0.8125rem]">
      <Link to={paths.order(orderId)} search={{ tab: 'lines', line: line.orderLineId } as never} className={linked}>
        Order’s line
      </Link>
      {differs && (
        <span className="block text-warn">
          now {trace.quantity ? formatQuantity(trace.quantity, trace.unit) : 'no quantity'} at{' '}
          {trace.price ?? 'no price'}
        </span>
      )}
      {millOffer && (
        <span className="block">
          <Link
            to={paths.order(orderId)}
            search={{ tab: 'lines', offers: line.orderLineId } as never}
            className={linked}
          >
            {millOffer.millName}
          </Link>{' '}
          <span className="tabular-nums">
            {millOffer.currency} {millOffer.price}
          </span>
          {!millOffer.chosen && <span className="text-muted">, no longer chosen</span>}
        </span>
      )}
    </span>
  );
}
