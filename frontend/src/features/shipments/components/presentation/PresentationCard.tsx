import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleX } from 'lucide-react';
import { useState } from 'react';
import { reportProblem } from '@/shared/api/errors';
import type { FindingDto, PresentationDto, ShipmentDto, ShipmentPresentationDto } from '@/shared/api/generated';
import { FindingList } from '@/shared/findings/FindingList';
import { WaiveDialog } from '@/shared/findings/WaiveDialog';
import { useCan } from '@/shared/lib/can';
import { paths } from '@/shared/lib/paths';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ErrorState } from '@/shared/ui/States';
import { Day, Money } from '@/shared/ui/Values';
import { presentationOf, useCountAgain, useWaive } from '../../presentation';
import { BeginDialog } from './BeginDialog';
import { PresentationDrawer } from './PresentationDrawer';

type Asked = { what: 'begin' | 'edit' } | { what: 'waive'; finding: FindingDto } | null;

/** What a bank would refuse of this shipment's documents, while they can still be mended. */
export function PresentationCard({ shipment }: { shipment: ShipmentDto }) {
  const may = useCan();
  const { data, error, refetch } = useQuery(presentationOf(shipment.id));
  const [asked, setAsked] = useState<Asked>(null);
  const waive = useWaive(shipment.id);
  const countAgain = useCountAgain(shipment.id);
  const close = () => setAsked(null);
  const judges = may('letter_of_credit.write') && may('shipment.write');
  const ask = (finding: FindingDto) => {
    waive.reset();
    setAsked({ what: 'waive', finding });
  };

  return (
    <Card
      title="Before it goes to the bank"
      actions={
        data?.credit && (
          <>
            <Verdict found={data} />
            {may('shipment.write') && (
              <Button size="sm" onClick={() => setAsked({ what: data.presentation ? 'edit' : 'begin' })}>
                {data.presentation ? 'Edit' : 'Begin presentation'}
              </Button>
            )}
          </>
        )
      }
    >
      {!data && error && (
        <ErrorState title="The documents could not be checked" error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <div className="h-24 animate-pulse rounded-lg bg-sunken" />}
      {data && !data.credit && (
        <p className="text-sm text-muted">
          No open LC pays for {shipment.orderNumber}: there is nothing to check against.
        </p>
      )}
      {data?.credit && (
        <div className="flex flex-col gap-4">
          <Under found={data} />
          <FindingList
            findings={data.findings}
            onWaive={judges ? ask : null}
            onCountAgain={judges ? (finding) => again(finding) : null}
          />
        </div>
      )}
      {asked?.what === 'begin' && data && <BeginDialog shipment={shipment} found={data} onClose={close} />}
      {asked?.what === 'edit' && data?.presentation && (
        <PresentationDrawer shipment={shipment} found={data} presentation={data.presentation} onClose={close} />
      )}
      {asked?.what === 'waive' && (
        <WaiveDialog
          finding={asked.finding}
          busy={waive.isPending}
          error={waive.error}
          onWaive={(reason) => waive.mutateAsync({ key: asked.finding.key, reason })}
          onClose={close}
        />
      )}
    </Card>
  );

  function again({ waiver }: FindingDto) {
    if (waiver && data?.credit)
      countAgain.mutate({ id: data.credit.id, waiverId: waiver.id }, { onError: reportProblem });
  }
}

function Verdict({ found: { discrepancies } }: { found: ShipmentPresentationDto }) {
  return discrepancies ? (
    <Badge tone="bad" icon={CircleX}>
      Would be refused: {discrepancies}
    </Badge>
  ) : (
    <Badge tone="good" icon={CircleCheck}>
      In order
    </Badge>
  );
}

/** Under which LC, and what is known beside the lists of this page. */
function Under({ found: { credit, presentation } }: { found: ShipmentPresentationDto }) {
  if (!credit) return null;
  return (
    <p className="text-sm text-muted">
      Shipment, packing list, invoice and papers against{' '}
      <Link to={paths.letterOfCredit(credit.id)} className="text-accent-text underline underline-offset-2">
        {credit.lcNumber}
      </Link>
      {presentation ? (
        <Known presentation={presentation} />
      ) : (
        '. Begin the presentation, and what it asks for comes on the list of papers.'
      )}
    </p>
  );
}

function Known({ presentation }: { presentation: PresentationDto }) {
  const { presentOn, onBoardOn, isClean, isTranshipped, insuredAmount, insuredCurrency, insuredOn } = presentation;
  return (
    <>
      , as if presented {presentOn ? <Day day={presentOn} /> : 'today'}
      {onBoardOn && (
        <>
          , on board <Day day={onBoardOn} />
        </>
      )}
      {!isClean && ', with a clause on the transport document'}
      {isTranshipped && ', transhipped'}
      {insuredAmount && insuredCurrency && (
        <>
          , insured for <Money amount={insuredAmount} currency={insuredCurrency} /> on <Day day={insuredOn} />
        </>
      )}
      .
    </>
  );
}
