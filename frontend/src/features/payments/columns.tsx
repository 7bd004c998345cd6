import type { PaymentDto, ReceivableDto } from '@/shared/api/generated';
import { daysBetween } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { UrgencyChip } from '@/shared/ui/Badge';
import { type Column, rowLink } from '@/shared/ui/Table';
import { Day, Money } from '@/shared/ui/Values';
import { methodNames, termsWords } from './vocabulary';

const under = 'block break-words text-[0.8125rem] text-muted';

const orderColumn: Column<PaymentDto | ReceivableDto> = {
  key: 'order',
  head: 'Order',
  cell: ({ orderNumber, customerName }) => (
    <span className="block max-w-52 break-words">
      {orderNumber}
      <span className={under}>{customerName}</span>
    </span>
  ),
};

export const owedColumns = (open: (id: string) => void): Column<ReceivableDto>[] => [
  {
    key: 'invoice',
    head: 'Invoice',
    primary: true,
    orderBy: 'invoiceNumber',
    cell: ({ id, invoiceNumber, invoiceId }) => (
      <>
        <button type="button" className={rowLink} onClick={() => open(id)}>
          {invoiceNumber}
        </button>
        {!invoiceId && <span className={under}>cancelled</span>}
      </>
    ),
  },
  orderColumn,
  {
    key: 'terms',
    head: 'Terms',
    cell: (owed) => (
      <>
        {termsWords(owed) ?? <span className="text-warn">Not said yet</span>}
        {owed.letterOfCredit && <span className={under}>{owed.letterOfCredit.lcNumber}</span>}
      </>
    ),
  },
  {
    key: 'issued',
    head: 'Since',
    show: 'wide',
    orderBy: 'issuedOn',
    cell: ({ issuedOn }) => <Day day={issuedOn} />,
  },
  {
    key: 'due',
    head: 'Due',
    orderBy: 'dueOn',
    cell: ({ dueOn, outstanding }) => (
      <span className="inline-flex flex-wrap items-center justify-end gap-x-2 gap-y-1 @2xl:flex-col @2xl:items-start">
        <Day day={dueOn} />
        {dueOn && Number(outstanding) > 0 && <UrgencyChip of="Due" days={daysBetween(today(), dueOn)} />}
      </span>
    ),
  },
  {
    key: 'amount',
    head: 'Invoiced',
    align: 'end',
    show: 'wide',
    orderBy: 'amount',
    cell: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
  },
  {
    key: 'outstanding',
    head: 'Outstanding',
    align: 'end',
    orderBy: 'outstanding',
    cell: ({ outstanding, currency }) => (
      <Money
        amount={outstanding}
        currency={currency}
        className={outstanding.startsWith('-') ? 'font-medium text-warn' : 'font-medium'}
      />
    ),
  },
];

export const paidColumns = (open: (id: string) => void): Column<PaymentDto>[] => [
  {
    key: 'received',
    head: 'Received',
    primary: true,
    orderBy: 'receivedOn',
    cell: ({ id, receivedOn, reference }) => (
      <>
        <button type="button" className={rowLink} onClick={() => open(id)}>
          <Day day={receivedOn} />
        </button>
        {reference && <span className={under}>{reference}</span>}
      </>
    ),
  },
  orderColumn,
  { key: 'method', head: 'Paid by', cell: ({ method }) => method && methodNames[method] },
  { key: 'payer', head: 'Payer', show: 'wide', cell: ({ payer }) => payer },
  {
    key: 'amount',
    head: 'Amount',
    align: 'end',
    orderBy: 'amount',
    cell: ({ amount, currency }) => <Money amount={amount} currency={currency} className="font-medium" />,
  },
  {
    key: 'charges',
    head: 'Bank charges',
    align: 'end',
    show: 'wide',
    cell: ({ charges, currency }) => Number(charges) > 0 && <Money amount={charges} currency={currency} />,
  },
  {
    key: 'rest',
    head: 'Goes to none yet',
    align: 'end',
    cell: ({ rest, currency }) => Number(rest) > 0 && <Money amount={rest} currency={currency} className="text-warn" />,
  },
];
