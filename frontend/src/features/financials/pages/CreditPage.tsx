import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { toProblem } from '@/shared/api/errors';
import type { LetterOfCreditDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { paths } from '@/shared/lib/paths';
import { Badge, StatusBadge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { FileCard } from '@/shared/ui/FileCard';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, ErrorState, StaleBanner } from '@/shared/ui/States';
import { Day, Money } from '@/shared/ui/Values';
import { creditDetail, orderDetail } from '../api';
import { CreditActions, mayBeChanged } from '../components/CreditActions';
import { DaysLeft } from '../components/DaysLeft';
import { LatestShipment } from '../components/LatestShipment';
import { NoSuchPaper } from '../components/NoSuchPaper';
import { OfOrder } from '../components/OfOrder';
import { OrderMoney } from '../components/OrderMoney';
import { PaperHistory } from '../components/PaperHistory';
import { AmendmentsCard } from '../credit/AmendmentsCard';
import { BackToBackCard } from '../credit/BackToBackCard';
import { ClocksCard } from '../credit/ClocksCard';
import { CoverCard } from '../credit/CoverCard';
import { DrawingsCard } from '../credit/DrawingsCard';
import { FindingsCard } from '../credit/FindingsCard';
import { PasteDrawer } from '../credit/PasteDrawer';
import { ShippedCard } from '../credit/ShippedCard';
import { TermsCard } from '../credit/TermsCard';
import { linkToDocument, useAddDocument } from '../steps';
import { isOver } from '../vocabulary';

export default function CreditPage() {
  const { creditId = '' } = useParams({ strict: false });
  const { data: credit, error, refetch } = useQuery(creditDetail(creditId));
  const retry = () => void refetch();

  if (!credit) {
    if (error && toProblem(error).status === 404) return <NoSuchPaper what="LC" />;
    if (error) return <ErrorState title="The LC could not be loaded" error={error} onRetry={retry} />;
    return <DetailSkeleton what="the LC" />;
  }
  return (
    <>
      {error && (
        <Card flush className="mb-4 overflow-hidden">
          <StaleBanner error={error} onRetry={retry} />
        </Card>
      )}
      <Credit key={credit.id} credit={credit} />
    </>
  );
}

function Credit({ credit }: { credit: LetterOfCreditDto }) {
  const navigate = useNavigate();
  const may = useCan();
  const add = useAddDocument(credit);
  const order = useQuery(orderDetail(credit.orderId));
  const { lcNumber, status, document } = credit;
  const changeable = mayBeChanged(credit, may);
  const [pasting, setPasting] = useState(false);
  const waits = status === 'issued' && !may('letter_of_credit.confirm');

  return (
    <>
      <PageHeader
        title={lcNumber}
        crumbs={[{ label: 'Money', to: paths.money }]}
        badges={
          <>
            <StatusBadge status={status} />
            {credit.amendments.pending > 0 && <Badge tone="warn">Amendment to answer</Badge>}
            {credit.amendments.accepted > 0 && <Badge>Amended</Badge>}
            {credit.drawings > 0 && <Badge>Drawn</Badge>}
            {credit.closedOn && <Badge>Closed</Badge>}
          </>
        }
        description={
          <>
            <OfOrder paper={credit} />
            {waits && ' · A manager reads and confirms its terms next.'}
          </>
        }
        actions={
          <CreditActions
            credit={credit}
            onDeleted={() => void navigate({ to: paths.money, search: { tab: 'lcs' } as never })}
          />
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <Card title="Details">
            <DescriptionList columns={2} items={factsOf(credit)} />
          </Card>
          <FindingsCard credit={credit} />
          <DrawingsCard credit={credit} />
          <ShippedCard credit={credit} />
          <TermsCard credit={credit} onPaste={changeable ? () => setPasting(true) : null} />
          {order.data && <OrderMoney order={order.data} />}
          <FileCard
            title="Document"
            of={`LC ${lcNumber}`}
            file={document}
            getLink={() => linkToDocument(credit.id)}
            add={changeable ? add : null}
            label={document ? 'Drop a newer document here' : 'Drop the bank’s document here'}
            hint="PDF, picture, text or CSV, 10 MB at most."
            accept=".pdf,.png,.jpg,.jpeg,.txt,.csv"
          />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <ClocksCard credit={credit} />
          <AmendmentsCard credit={credit} />
          <CoverCard credit={credit} />
          <BackToBackCard credit={credit} />
          <PaperHistory kind="letter_of_credit" paper={credit} of={lcNumber} />
        </div>
        {pasting && <PasteDrawer into={credit} onClose={() => setPasting(false)} onKept={() => undefined} />}
      </div>
    </>
  );
}

/** As a bank writes it: `+5/−5 %`. */
const tolerance = (plus: string | null, minus: string | null): string | null =>
  plus === null || minus === null ? null : `+${plus}/−${minus} %`;

function factsOf(credit: LetterOfCreditDto) {
  const over = isOver(credit);
  const { notes } = credit;
  return [
    {
      term: 'Amount',
      value: <Money amount={credit.amount} currency={credit.currency} className="text-lg font-semibold" />,
    },
    { term: 'Issuing bank', value: credit.issuingBank },
    {
      term: 'Latest shipment',
      value: <LatestShipment credit={credit} inline />,
    },
    { term: 'Expiry', value: <DaysLeft of="Expiry" day={credit.expiryDate} over={over} inline /> },
    { term: 'Tolerance of quantity', value: tolerance(credit.quantityPlusPercent, credit.quantityMinusPercent) },
    { term: 'Tolerance of amount', value: tolerance(credit.amountPlusPercent, credit.amountMinusPercent) },
    { term: 'Issued on', value: <Day day={credit.issueDate} /> },
    { term: 'Recorded by', value: credit.createdBy?.fullName },
    { term: 'Notes', value: notes && <span className="whitespace-pre-line">{notes}</span> },
  ];
}
