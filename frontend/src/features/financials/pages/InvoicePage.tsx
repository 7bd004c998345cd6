import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { toProblem } from '@/shared/api/errors';
import type { ProformaInvoiceDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { paths } from '@/shared/lib/paths';
import { Badge, StatusBadge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { FileCard } from '@/shared/ui/FileCard';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, ErrorState, StaleBanner } from '@/shared/ui/States';
import { Day, Instant, Money } from '@/shared/ui/Values';
import { invoiceDetail } from '../api';
import { DaysLeft } from '../components/DaysLeft';
import { InvoiceActions } from '../components/InvoiceActions';
import { InvoiceVersions } from '../components/InvoiceVersions';
import { NoSuchPaper } from '../components/NoSuchPaper';
import { OfOrder } from '../components/OfOrder';
import { PaperHistory } from '../components/PaperHistory';
import { linkToPdf, useAddPdf } from '../steps';

export default function InvoicePage() {
  const { invoiceId = '' } = useParams({ strict: false });
  const { data: invoice, error, refetch } = useQuery(invoiceDetail(invoiceId));
  const retry = () => void refetch();

  if (!invoice) {
    if (error && toProblem(error).status === 404) return <NoSuchPaper what="PI" />;
    if (error) return <ErrorState title="The PI could not be loaded" error={error} onRetry={retry} />;
    return <DetailSkeleton what="the PI" />;
  }
  return (
    <>
      {error && (
        <Card flush className="mb-4 overflow-hidden">
          <StaleBanner error={error} onRetry={retry} />
        </Card>
      )}
      <Invoice key={invoice.id} invoice={invoice} />
    </>
  );
}

function Invoice({ invoice }: { invoice: ProformaInvoiceDto }) {
  const navigate = useNavigate();
  const may = useCan();
  const add = useAddPdf(invoice);
  const { piNumber, version, status, pdf } = invoice;
  const takesPdf = status === 'draft' || (status !== 'cancelled' && !pdf);
  const waits = status === 'sent' && !may('proforma_invoice.confirm');

  return (
    <>
      <PageHeader
        title={piNumber}
        crumbs={[{ label: 'Money', to: paths.money }]}
        badges={
          <>
            <StatusBadge status={status} />
            <Badge>Version {version}</Badge>
          </>
        }
        description={
          <>
            <OfOrder paper={invoice} />
            {waits && ' · A manager confirms it next.'}
          </>
        }
        actions={
          <InvoiceActions
            invoice={invoice}
            onDeleted={() => void navigate({ to: paths.money })}
            onRevised={(next) => void navigate({ to: paths.proformaInvoice(next.id) })}
          />
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <Card title="Details">
            <DescriptionList columns={2} items={factsOf(invoice)} />
          </Card>
          <FileCard
            title="PDF"
            of={piNumber}
            file={pdf}
            getLink={() => linkToPdf(invoice.id)}
            add={takesPdf && may('proforma_invoice.write') ? add : null}
            label={pdf ? 'Drop a newer PDF here' : 'Drop the PDF here'}
            hint={
              status === 'draft' ? 'As the buyer gets it, 10 MB at most.' : 'Once, and then it stays. 10 MB at most.'
            }
            accept=".pdf"
          />
          <InvoiceVersions invoice={invoice} />
        </div>
        <PaperHistory kind="proforma_invoice" paper={invoice} of={piNumber} />
      </div>
    </>
  );
}

function factsOf(invoice: ProformaInvoiceDto) {
  const { status, validUntil, replacesId, replacesNumber, sentAt, confirmedAt, confirmedBy, notes } = invoice;
  const over = status === 'confirmed' || status === 'cancelled';
  return [
    {
      term: 'Amount',
      value: <Money amount={invoice.amount} currency={invoice.currency} className="text-lg font-semibold" />,
    },
    ...(replacesId
      ? [
          {
            term: 'In place of',
            value: (
              <Link to={paths.proformaInvoice(replacesId)} className="text-accent-text underline underline-offset-2">
                {replacesNumber ?? 'an earlier PI'}
              </Link>
            ),
          },
        ]
      : []),
    { term: 'Issued on', value: <Day day={invoice.issueDate} /> },
    { term: 'Valid until', value: <DaysLeft of="Valid until" day={validUntil} over={over} inline /> },
    { term: 'Raised by', value: invoice.createdBy?.fullName },
    { term: 'Sent', value: <Instant at={sentAt} /> },
    ...(confirmedAt
      ? [
          {
            term: 'Confirmed',
            value: (
              <>
                {confirmedBy && `${confirmedBy.fullName}, `}
                <Instant at={confirmedAt} />
              </>
            ),
          },
        ]
      : []),
    ...(invoice.cancellationReason ? [{ term: 'Cancelled because', value: invoice.cancellationReason }] : []),
    { term: 'Notes', value: notes && <span className="whitespace-pre-line">{notes}</span> },
  ];
}
