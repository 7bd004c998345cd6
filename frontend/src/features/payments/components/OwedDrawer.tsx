import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { ReceivableDetailDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { daysBetween, formatDay } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { paths } from '@/shared/lib/paths';
import { UrgencyChip } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { Drawer } from '@/shared/ui/Drawer';
import { DetailSkeleton, ErrorState } from '@/shared/ui/States';
import { Day, Money } from '@/shared/ui/Values';
import { receivable } from '../api';
import { termsWords } from '../vocabulary';
import { RecordPaymentDrawer } from './RecordPaymentDrawer';
import { TermsDrawer } from './TermsDrawer';

const link = 'text-accent-text underline-offset-2 hover:underline';

interface OwedDrawerProps {
  id: string;
  onClose: () => void;
  onPayment: (id: string) => void;
}

/** What is owed for one shipment: why it is due when it is, what came of it, and what to do next. */
export function OwedDrawer({ id, onClose, onPayment }: OwedDrawerProps) {
  const { data: owed, error, refetch } = useQuery(receivable(id));
  const may = useCan()('payment.write');
  const [doing, setDoing] = useState<'terms' | 'payment' | null>(null);
  if (owed && doing === 'terms') return <TermsDrawer owed={owed} onClose={() => setDoing(null)} />;
  if (owed && doing === 'payment') return <RecordPaymentDrawer owed={owed} onClose={() => setDoing(null)} />;
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={owed ? `What is owed for ${owed.invoiceNumber}` : 'What is owed'}
      description={owed && `${owed.orderNumber}, ${owed.customerName}`}
      footer={
        owed &&
        may && (
          <>
            <Button onClick={() => setDoing('terms')}>Change terms</Button>
            {Number(owed.outstanding) > 0 && (
              <Button variant="primary" onClick={() => setDoing('payment')}>
                Record payment
              </Button>
            )}
          </>
        )
      }
    >
      {!owed ? (
        error ? (
          <ErrorState title="It could not be loaded" error={error} onRetry={() => void refetch()} />
        ) : (
          <DetailSkeleton what="what is owed" />
        )
      ) : (
        <>
          {!owed.invoiceId && (
            <p className="mb-4 rounded-lg bg-warn-tint px-3 py-2 text-sm">
              {owed.invoiceNumber} is cancelled. What came stays here for the next invoice of the shipment.
            </p>
          )}
          <DescriptionList columns={2} items={factsOf(owed)} />
          <Parts of={owed} onPayment={onPayment} />
          <p className="mt-6 flex flex-wrap gap-x-5 gap-y-2 text-sm">
            <Link to={paths.shipment(owed.shipmentId)} className={link}>
              Open the shipment
            </Link>
            <Link to={paths.order(owed.orderId)} className={link}>
              Open the order
            </Link>
          </p>
        </>
      )}
    </Drawer>
  );
}

function factsOf(owed: ReceivableDetailDto): { term: string; value: ReactNode }[] {
  const { currency, letterOfCredit, dueOn, dueRule } = owed;
  const sum = (amount: string) => <Money amount={amount} currency={currency} />;
  const happened = [
    ['Goods left', owed.shippedOn],
    ['Documents presented', owed.presentedOn],
    ['Draft accepted', owed.acceptedOn],
    ['Bank pays', owed.maturesOn],
  ] as const;
  return [
    { term: 'Invoiced', value: sum(owed.amount) },
    { term: 'Received', value: sum(owed.received) },
    {
      term: owed.outstanding.startsWith('-') ? 'Paid too much' : 'Outstanding',
      value: <strong className="font-semibold">{sum(owed.outstanding.replace('-', ''))}</strong>,
    },
    { term: 'Invoice of', value: <Day day={owed.issuedOn} /> },
    { term: 'Terms', value: termsWords(owed) ?? 'Not said yet' },
    {
      term: 'Under LC',
      value: letterOfCredit && (
        <Link to={paths.letterOfCredit(letterOfCredit.id)} className={link}>
          {letterOfCredit.lcNumber}
        </Link>
      ),
    },
    ...(letterOfCredit && owed.drawing ? [{ term: 'Presented with', value: owed.drawing.reference }] : []),
    {
      term: 'Due',
      value: (
        <>
          <span className="inline-flex flex-wrap items-center gap-2">
            <Day day={dueOn} />
            {dueOn && Number(owed.outstanding) > 0 && <UrgencyChip of="Due" days={daysBetween(today(), dueOn)} />}
          </span>
          <span className="block text-[0.8125rem] text-muted">{dueRule}</span>
        </>
      ),
    },
    ...happened.flatMap(([term, day]) => (day ? [{ term, value: <Day day={day} /> }] : [])),
    ...(owed.bankReference ? [{ term: 'Bank’s number', value: owed.bankReference }] : []),
    ...(owed.notes ? [{ term: 'Notes', value: owed.notes }] : []),
  ];
}

function Parts({ of, onPayment }: { of: ReceivableDetailDto; onPayment: (id: string) => void }) {
  return (
    <section aria-label="What came" className="mt-6">
      <h3 className="mb-1 text-sm font-semibold">What came</h3>
      {of.parts.length === 0 ? (
        <p className="text-sm text-muted">Nothing yet.</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line text-sm">
          {of.parts.map(({ paymentId, receivedOn, reference, amount }) => (
            <li key={paymentId} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
              <button type="button" className={`touch-target ${link}`} onClick={() => onPayment(paymentId)}>
                {formatDay(receivedOn)}
                {reference && ` · ${reference}`}
              </button>
              <Money amount={amount} currency={of.currency} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
