import { useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import type { CommercialInvoiceDto, ShipmentDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { formatDay } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { openFile } from '@/shared/lib/open-file';
import { StatusBadge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ErrorState, Skeleton } from '@/shared/ui/States';
import { Money } from '@/shared/ui/Values';
import { invoicesOf, usePrintInvoice } from '../../cargo';
import { CancelInvoiceDialog, IssueInvoiceDialog } from './InvoiceDialogs';

/** The commercial invoice of a shipment: the one that stands, and those that were cancelled. */
export function InvoiceCard({ shipment, invoiceable }: { shipment: ShipmentDto; invoiceable: boolean }) {
  const mayWrite = useCan()('shipment.write');
  const [issuing, setIssuing] = useState(false);
  const { data: invoices, error, refetch } = useQuery(invoicesOf(shipment.id));
  const stands = invoices?.some(({ status }) => status === 'issued');
  return (
    <Card
      title="Commercial invoice"
      actions={
        mayWrite &&
        invoices &&
        !stands && (
          <Button size="sm" disabled={!invoiceable} onClick={() => setIssuing(true)}>
            Issue the invoice
          </Button>
        )
      }
    >
      {!invoices ? (
        error ? (
          <ErrorState title="The invoices could not be loaded" error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton className="h-12" />
        )
      ) : invoices.length === 0 ? (
        <p className="text-sm text-muted">
          {invoiceable
            ? 'None yet. It is written from the lines that go.'
            : 'Say first what goes: it is written from that.'}
        </p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {invoices.map((invoice) => (
            <li key={invoice.id} className="py-3 first:pt-0 last:pb-0">
              <Invoice invoice={invoice} mayWrite={mayWrite} />
            </li>
          ))}
        </ul>
      )}
      {issuing && <IssueInvoiceDialog shipment={shipment} onClose={() => setIssuing(false)} />}
    </Card>
  );
}

function Invoice({ invoice, mayWrite }: { invoice: CommercialInvoiceDto; mayWrite: boolean }) {
  const [cancelling, setCancelling] = useState(false);
  const print = usePrintInvoice(invoice);
  const { invoiceNumber, status, issueDate, amount, currency, cancelReason, nextStatuses } = invoice;
  const printed = () =>
    print.mutate(undefined, {
      onSuccess: (link) => {
        notify.success(`${invoiceNumber} is printed, and kept among the papers.`);
        openFile(link);
      },
    });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">{invoiceNumber}</span>
          <StatusBadge status={status} />
        </p>
        <p className="mt-0.5 text-muted">
          <Money amount={amount} currency={currency} /> · {formatDay(issueDate)}
        </p>
        {cancelReason && <p className="mt-0.5 break-words text-muted">{cancelReason}</p>}
      </div>
      {mayWrite && status === 'issued' && (
        <Button size="sm" icon={FileText} busy={print.isPending} onClick={printed}>
          PDF
        </Button>
      )}
      {mayWrite && nextStatuses.includes('cancelled') && (
        <Button size="sm" variant="quiet" onClick={() => setCancelling(true)}>
          Cancel it…
        </Button>
      )}
      {cancelling && <CancelInvoiceDialog invoice={invoice} onClose={() => setCancelling(false)} />}
    </div>
  );
}
