import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LetterOfCreditDto, ReceivableDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { paths } from '@/shared/lib/paths';
import { StatusBadge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Day, Money } from '@/shared/ui/Values';
import { creditReceivables, creditShipments, takesDrawings } from './credits';
import { RecordDrawingDrawer } from './RecordDrawingDrawer';

const link = 'text-accent-text underline underline-offset-2';

/** What leaves of the orders on an LC, what is owed for it, and whether its documents are with the bank. Nothing before the first. */
export function ShippedCard({ credit }: { credit: LetterOfCreditDto }) {
  const may = useCan();
  const { data: shipments = [] } = useQuery(creditShipments(credit));
  const { data: owed = [] } = useQuery(
    creditReceivables(
      credit.id,
      shipments.map(({ id }) => id),
    ),
  );
  const [presented, setPresented] = useState<ReceivableDto | null>(null);
  if (shipments.length === 0) return null;
  const records = may('letter_of_credit.write') && takesDrawings(credit);
  return (
    <Card title="Shipments">
      <ul className="flex flex-col divide-y divide-line text-sm">
        {shipments.map((shipment) => (
          <li key={shipment.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0">
            <Link to={paths.shipment(shipment.id)} className={link}>
              {shipment.awbNumber}
            </Link>
            <span className="text-muted">
              {shipment.orderNumber} · <Day day={shipment.shippingDate} />
            </span>
            <StatusBadge status={shipment.status} />
            <Owed
              of={owed.find(({ shipmentId }) => shipmentId === shipment.id)}
              credit={credit}
              onPresented={records ? setPresented : null}
            />
          </li>
        ))}
      </ul>
      {presented && <RecordDrawingDrawer credit={credit} owed={presented} onClose={() => setPresented(null)} />}
    </Card>
  );
}

interface OwedProps {
  of: ReceivableDto | undefined;
  credit: LetterOfCreditDto;
  onPresented: ((owed: ReceivableDto) => void) | null;
}

function Owed({ of: owed, credit, onPresented }: OwedProps) {
  if (!owed) return <span className="basis-full text-muted">No invoice yet.</span>;
  const isUnder = owed.letterOfCredit?.id === credit.id;
  return (
    <span className="flex basis-full flex-wrap items-center gap-x-4 gap-y-1">
      <Link to={paths.payments} search={{ owed: owed.id } as never} className={link}>
        {owed.invoiceNumber}
      </Link>
      <span>
        <Money amount={owed.outstanding} currency={owed.currency} /> <span className="text-muted">outstanding</span>
        {owed.dueOn && (
          <span className="text-muted">
            , due <Day day={owed.dueOn} />
          </span>
        )}
      </span>
      {!isUnder && <span className="text-muted">not paid under this LC</span>}
      {isUnder && owed.presentedOn && (
        <span className="text-muted">
          presented <Day day={owed.presentedOn} />
        </span>
      )}
      {isUnder && !owed.presentedOn && onPresented && (
        <Button variant="quiet" className="ms-auto" onClick={() => onPresented(owed)}>
          Record presentation…
        </Button>
      )}
    </span>
  );
}
