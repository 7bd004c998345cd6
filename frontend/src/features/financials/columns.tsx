import { Link } from '@tanstack/react-router';
import { Paperclip } from 'lucide-react';
import type { LetterOfCreditDto, ProformaInvoiceDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';
import { Badge, StatusBadge } from '@/shared/ui/Badge';
import { aboveRowLink, type Column, rowLink } from '@/shared/ui/Table';
import { Day, Money } from '@/shared/ui/Values';
import { CheckBadge } from './components/CheckBadge';
import { CreditActions } from './components/CreditActions';
import { DaysLeft } from './components/DaysLeft';
import { InvoiceActions } from './components/InvoiceActions';
import { LatestShipment } from './components/LatestShipment';
import { OrderCell } from './components/OrderCell';
import { isOver, reviewWords } from './vocabulary';

type Invoices = Column<ProformaInvoiceDto>;
type Credits = Column<LetterOfCreditDto>;

const invoiceNumber: Invoices = {
  key: 'number',
  head: 'PI',
  primary: true,
  orderBy: 'piNumber',
  cell: (invoice) => (
    <>
      <Link to={paths.proformaInvoice(invoice.id)} className={rowLink}>
        {invoice.piNumber}
      </Link>
      {invoice.pdf && <WithFile what="PDF" />}
      <span className="block text-[0.8125rem] text-muted">
        Version {invoice.version}
        {invoice.replacesNumber && `, for ${invoice.replacesNumber}`}
      </span>
    </>
  ),
};

const invoiceAmount: Invoices = {
  key: 'amount',
  head: 'Amount',
  align: 'end',
  orderBy: 'amount',
  cell: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
};

const invoiceIssued: Invoices = {
  key: 'issued',
  head: 'Issued',
  orderBy: 'issueDate',
  cell: ({ issueDate }) => <Day day={issueDate} />,
};

const invoiceValid: Invoices = {
  key: 'valid',
  head: 'Valid until',
  cell: ({ validUntil, status }) => (
    <DaysLeft of="Valid until" day={validUntil} over={status === 'confirmed' || status === 'cancelled'} />
  ),
};

const invoiceStatus: Invoices = {
  key: 'status',
  head: 'Status',
  badge: true,
  cell: ({ status, review }) =>
    status === 'draft' && review ? (
      <Badge tone={reviewWords[review].tone}>{reviewWords[review].label}</Badge>
    ) : (
      <StatusBadge status={status} />
    ),
};

const order = { key: 'order', head: 'Order' } as const;

export const invoiceColumns: readonly Invoices[] = [
  invoiceNumber,
  { ...order, cell: (invoice) => <OrderCell paper={invoice} /> },
  invoiceAmount,
  invoiceIssued,
  invoiceValid,
  invoiceStatus,
];

/** Within an order, where there is nothing to order by; with what may be done. */
export const orderInvoiceColumns: readonly Invoices[] = [
  invoiceNumber,
  invoiceAmount,
  invoiceIssued,
  invoiceValid,
  invoiceStatus,
  {
    key: 'actions',
    head: 'Next',
    align: 'end',
    cell: (invoice) => (
      <span className={aboveRowLink}>
        <InvoiceActions invoice={invoice} inRow />
      </span>
    ),
  },
];

const creditNumber: Credits = {
  key: 'number',
  head: 'LC',
  primary: true,
  orderBy: 'lcNumber',
  cell: (credit) => (
    <>
      <Link to={paths.letterOfCredit(credit.id)} className={rowLink}>
        {credit.lcNumber}
      </Link>
      {credit.document && <WithFile what="document" />}
      {credit.issuingBank && <span className="block text-[0.8125rem] text-muted">{credit.issuingBank}</span>}
    </>
  ),
};

const creditAmount: Credits = {
  key: 'amount',
  head: 'Amount',
  align: 'end',
  orderBy: 'amount',
  cell: ({ amount, currency, drawings, balance }) => (
    <>
      <Money amount={amount} currency={currency} />
      {drawings > 0 && (
        <span className="block whitespace-nowrap text-[0.8125rem] text-muted">
          <Money amount={balance.left} currency={currency} /> left
        </span>
      )}
    </>
  ),
};

const creditShipment: Credits = {
  key: 'shipment',
  head: 'Latest shipment',
  cell: (credit) => <LatestShipment credit={credit} />,
};

/** The day that binds: what is reckoned from a planned shipment may move with it. */
const creditPresentBy: Credits = {
  key: 'presentBy',
  head: 'Present by',
  orderBy: 'presentBy',
  cell: (credit) => (
    <>
      <DaysLeft of="Present by" day={credit.presentBy} over={isOver(credit)} />
      {credit.presentByExpected && <span className="block text-[0.8125rem] text-muted">as planned</span>}
    </>
  ),
};

const creditExpiry: Credits = {
  key: 'expiry',
  head: 'Expiry',
  orderBy: 'expiryDate',
  cell: (credit) => <DaysLeft of="Expiry" day={credit.expiryDate} over={isOver(credit)} />,
};

const creditStatus: Credits = {
  key: 'status',
  head: 'Status',
  badge: true,
  cell: ({ status, amendments, drawings, closedOn, check }) => (
    <span className="inline-flex flex-wrap justify-end gap-1 @2xl:justify-start">
      <StatusBadge status={status} />
      {status !== 'expired' && <CheckBadge check={check} />}
      {amendments.pending > 0 && <Badge tone="warn">Amendment to answer</Badge>}
      {amendments.accepted > 0 && <Badge>Amended</Badge>}
      {drawings > 0 && <Badge>Drawn</Badge>}
      {closedOn && <Badge>Closed</Badge>}
    </span>
  ),
};

export const creditColumns: readonly Credits[] = [
  creditNumber,
  { ...order, cell: (credit) => <OrderCell paper={credit} others={credit.orders.length - 1} /> },
  creditAmount,
  creditShipment,
  creditPresentBy,
  creditExpiry,
  creditStatus,
];

export const orderCreditColumns: readonly Credits[] = [
  creditNumber,
  creditAmount,
  creditShipment,
  creditExpiry,
  creditStatus,
  {
    key: 'actions',
    head: 'Next',
    align: 'end',
    cell: (credit) => (
      <span className={aboveRowLink}>
        <CreditActions credit={credit} inRow />
      </span>
    ),
  },
];

function WithFile({ what }: { what: string }) {
  return (
    <>
      <Paperclip aria-hidden className="ms-1.5 inline size-3.5 text-muted" />
      <span className="sr-only"> with {what}</span>
    </>
  );
}
