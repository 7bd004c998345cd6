import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { toProblem } from '@/shared/api/errors';
import type { WholeProformaInvoiceDto } from '@/shared/api/generated';
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
import { InvoiceChanges } from '../components/InvoiceChanges';
import { InvoiceLines } from '../components/InvoiceLines';
import { InvoiceMails } from '../components/InvoiceMails';
import { InvoiceVersions } from '../components/InvoiceVersions';
import { NoSuchPaper } from '../components/NoSuchPaper';
import { OfOrder } from '../components/OfOrder';
import { PaperHistory } from '../components/PaperHistory';
import { ReviewCard } from '../components/ReviewCard';
import { linkToPdf, useAddPdf } from '../steps';
import { termsOf } from '../terms';
import { reviewWords } from '../vocabulary';

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

function Invoice({ invoice }: { invoice: WholeProformaInvoiceDto }) {
  const navigate = useNavigate();
  const may = useCan();
  const add = useAddPdf(invoice);
  const { piNumber, version, status, pdf, review, reviewReason } = invoice;
  const terms = termsOf(invoice);
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
            {review && status === 'draft' && <Badge tone={reviewWords[review].tone}>{reviewWords[review].label}</Badge>}
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
      {status === 'draft' && review === 'returned' && (
        <p role="note" className="mb-5 rounded-xl border border-line bg-warn-tint px-4 py-3 text-sm sm:px-5">
          {invoice.reviewedBy?.fullName ?? 'A manager'} returned it: “{reviewReason}”. Change it, and ask for its review
          anew.
        </p>
      )}
      {status === 'draft' && review === 'pending' && (
        <div className="mb-5">
          <ReviewCard invoice={invoice} />
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <Card title="Details">
            <DescriptionList columns={2} items={factsOf(invoice)} />
          </Card>
          <InvoiceLines invoice={invoice} />
          {terms.length > 0 && (
            <Card title="Terms">
              <DescriptionList
                columns={2}
                items={terms.map(({ term, value }) => ({
                  term,
                  value: <span className="whitespace-pre-line">{value}</span>,
                }))}
              />
            </Card>
          )}
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
          <InvoiceMails invoiceId={invoice.id} />
          <InvoiceChanges invoice={invoice} />
          <InvoiceVersions invoice={invoice} />
        </div>
        <PaperHistory kind="proforma_invoice" paper={invoice} of={piNumber} />
      </div>
    </>
  );
}

function factsOf(invoice: WholeProformaInvoiceDto) {
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
    { term: 'Shipment by', value: <Day day={invoice.etd} /> },
    { term: 'Issued on', value: <Day day={invoice.issueDate} /> },
    { term: 'Valid until', value: <DaysLeft of="Valid until" day={validUntil} over={over} inline /> },
    { term: 'Raised by', value: invoice.createdBy?.fullName },
    { term: 'Sent', value: <Instant at={sentAt} /> },
    ...(invoice.reviewedAt && invoice.review === 'approved'
      ? [
          {
            term: 'Approved',
            value: (
              <>
                {invoice.reviewedBy && `${invoice.reviewedBy.fullName}, `}
                <Instant at={invoice.reviewedAt} />
              </>
            ),
          },
        ]
      : []),
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
