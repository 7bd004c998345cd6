import { CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FindingDto } from '../api/generated';
import { Badge, type Tone } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Instant } from '../ui/Values';

const severities: Record<FindingDto['severity'], { label: string; tone: Tone; icon: LucideIcon }> = {
  discrepancy: { label: 'Discrepancy', tone: 'bad', icon: CircleX },
  risk: { label: 'Risk', tone: 'warn', icon: TriangleAlert },
  note: { label: 'Note', tone: 'calm', icon: Info },
};

interface FindingListProps {
  findings: readonly FindingDto[];
  /** Null where the person may not. */
  onWaive: ((finding: FindingDto) => void) | null;
  onCountAgain: ((finding: FindingDto) => void) | null;
}

/** What does not agree: how grave it is, by which article, and the words of both sides beside each other. */
export function FindingList({ findings, onWaive, onCountAgain }: FindingListProps) {
  return (
    <ol className="flex flex-col divide-y divide-line">
      {findings.map((finding) => (
        <li key={finding.key} className="flex min-w-0 flex-col gap-2 py-4 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] text-muted">
            <SeverityBadge finding={finding} />
            {inWords(finding.article)}
          </p>
          <p className="break-words text-sm font-medium">{finding.sentence}</p>
          <dl className="grid gap-2 sm:grid-cols-2">
            <Side of="The LC">{finding.credit}</Side>
            <Side of={finding.from}>{finding.ours}</Side>
          </dl>
          {finding.waiver ? (
            <div className="flex flex-wrap items-center justify-between gap-2 rounded-lg bg-calm-tint px-3 py-2 text-sm">
              <p className="min-w-0 break-words">
                <span className="font-medium">May stand:</span> “{finding.waiver.reason}”{' '}
                <span className="text-muted">
                  {finding.waiver.waivedBy ?? 'Somebody who left'}, <Instant at={finding.waiver.waivedAt} />
                </span>
              </p>
              {onCountAgain && (
                <Button size="sm" variant="quiet" onClick={() => onCountAgain(finding)}>
                  Count it again
                </Button>
              )}
            </div>
          ) : (
            onWaive && (
              <Button size="sm" className="self-start" onClick={() => onWaive(finding)}>
                Let it stand…
              </Button>
            )
          )}
        </li>
      ))}
    </ol>
  );
}

function SeverityBadge({ finding: { severity, waiver } }: { finding: FindingDto }) {
  const { label, tone, icon } = severities[severity];
  return (
    <Badge tone={waiver ? 'calm' : tone} icon={icon}>
      {waiver ? `${label}, may stand` : label}
    </Badge>
  );
}

/** `art. 18(c), field 45A` stands under the rules that both articles and fields are of. */
const inWords = (article: string): string =>
  article.startsWith('art.') ? `UCP 600 ${article}` : `F${article.slice(1)}`;

function Side({ of, children }: { of: string; children: ReactNode }) {
  return (
    <div className="min-w-0 rounded-lg bg-sunken px-3 py-2">
      <dt className="text-xs text-muted">{of}</dt>
      <dd className="mt-0.5 whitespace-pre-line break-words text-sm">{children}</dd>
    </div>
  );
}
