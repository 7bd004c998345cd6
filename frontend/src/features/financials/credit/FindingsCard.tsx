import { useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { CreditFindingsDto, FindingDto, LetterOfCreditDto } from '@/shared/api/generated';
import { FindingList } from '@/shared/findings/FindingList';
import { WaiveDialog } from '@/shared/findings/WaiveDialog';
import { useCan } from '@/shared/lib/can';
import { copyText } from '@/shared/lib/clipboard';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ErrorState } from '@/shared/ui/States';
import { CheckBadge } from '../components/CheckBadge';
import { creditFindings, useCountAgain, useWaive } from './findings';

/** What a bank would refuse documents for under this LC, while an amendment can still mend it. */
export function FindingsCard({ credit }: { credit: LetterOfCreditDto }) {
  const may = useCan();
  const { data, error, refetch } = useQuery(creditFindings(credit.id));
  const waive = useWaive(credit.id);
  const countAgain = useCountAgain(credit.id);
  const [asked, setAsked] = useState<FindingDto | null>(null);
  const writes = may('letter_of_credit.write');
  const ask = (finding: FindingDto) => {
    waive.reset();
    setAsked(finding);
  };

  return (
    <Card title="Checked against order and PI" actions={data && <CheckBadge check={verdictOf(credit, data)} />}>
      {!data && error && (
        <ErrorState title="The LC could not be checked" error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <div className="h-40 animate-pulse rounded-lg bg-sunken" />}
      {data && (
        <div className="flex flex-col gap-5">
          {data.findings.length === 0 && (
            <p className="text-sm text-muted">
              It agrees with its PIs, orders and plans: amounts, quantities, dates, ports, goods and documents.
            </p>
          )}
          <FindingList
            findings={data.findings}
            onWaive={writes ? ask : null}
            onCountAgain={writes ? ({ waiver }) => waiver && countAgain.mutate(waiver.id) : null}
          />
          {data.amendmentRequest && <AmendmentRequest letter={data.amendmentRequest} />}
        </div>
      )}
      {asked && (
        <WaiveDialog
          finding={asked}
          busy={waive.isPending}
          error={waive.error}
          onWaive={(reason) => waive.mutateAsync({ key: asked.key, reason })}
          onClose={() => setAsked(null)}
        />
      )}
    </Card>
  );
}

/** As the findings are at this moment: the list's may be some seconds older. */
function verdictOf(
  { check }: LetterOfCreditDto,
  { discrepancies, risks }: CreditFindingsDto,
): LetterOfCreditDto['check'] {
  const clean = check?.verdict === 'not_read' ? 'not_read' : 'clean';
  return { verdict: discrepancies ? 'amend_needed' : clean, discrepancies, risks };
}

/** The letter to the applicant; nothing is sent from here. */
function AmendmentRequest({ letter }: { letter: string }) {
  const copy = async () => {
    if (await copyText(letter)) notify.success('Copied: paste it into your mail to the buyer.');
    else notify.error('Your browser does not let us copy. Select the words and copy them yourself.');
  };
  return (
    <details className="rounded-lg border border-line">
      <summary className="touch-target cursor-pointer rounded-lg px-3 py-2 text-sm font-medium hover:bg-hover">
        Amendment request, drafted
      </summary>
      <div className="flex flex-col items-start gap-3 border-t border-line p-3">
        <p className="whitespace-pre-line break-words text-sm">{letter}</p>
        <Button size="sm" icon={Copy} onClick={() => void copy()}>
          Copy request
        </Button>
      </div>
    </details>
  );
}
