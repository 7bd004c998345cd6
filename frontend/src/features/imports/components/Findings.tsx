import { OctagonAlert, TriangleAlert } from 'lucide-react';
import type { DryRunDto } from '@/shared/api/generated';
import { Button } from '@/shared/ui/Button';
import { fieldLabels } from '../fields';
import { refusedCells, rowsInTrouble, withDays } from '../sheet';

export interface FindingsProps {
  dryRun: DryRunDto;
  /** Nothing can be changed any more. */
  readOnly: boolean;
  /** Brings the cell into sight. */
  onShow: (address: string) => void;
}

interface Finding {
  key: string;
  text: string;
  address: string | null;
}

/** What keeps the sheet from becoming an order, then what is left out or deserves a look. */
export function Findings({ dryRun, readOnly, onShow }: FindingsProps) {
  const { blockers, warnings } = dryRun;
  const noLines = rowsInTrouble(dryRun).map((row): Finding => {
    const text = `Row ${row.row}: ${row.problems.join(' ')}`;
    return { key: `row ${row.row}`, address: row.cells[0]?.address ?? null, text };
  });
  const refused = refusedCells(dryRun).map(({ address, field, outcome }): Finding => {
    const place = field ? `${fieldLabels[field]}: ` : '';
    return { key: address, address, text: `${place}${outcome.reason ?? ''}` };
  });
  const others = warnings.map(({ code, row, address, message }): Finding => {
    return { key: `${code} ${address ?? row} ${message}`, address, text: message };
  });
  if (blockers.length + noLines.length + refused.length + others.length === 0) return null;
  return (
    <div className="flex flex-col gap-3">
      {blockers.length > 0 && (
        <div role="alert" className="flex gap-3 rounded-xl bg-bad-tint px-4 py-3 text-sm text-bad">
          <OctagonAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <ul className="flex flex-col gap-1">
            {blockers.map((blocker) => (
              <li key={blocker}>{blocker}</li>
            ))}
          </ul>
        </div>
      )}
      <FindingList
        title={readOnly ? 'Became no line' : 'No lines yet'}
        look="bg-urgent-tint text-urgent"
        findings={noLines}
        onShow={onShow}
      />
      <FindingList
        title={readOnly ? 'Left out' : 'Left out unless you change it'}
        look="bg-urgent-tint text-urgent"
        findings={refused}
        onShow={onShow}
      />
      <FindingList title="Worth a look" look="bg-warn-tint text-warn" findings={others} onShow={onShow} />
    </div>
  );
}

interface FindingListProps {
  title: string;
  look: string;
  findings: readonly Finding[];
  onShow: (address: string) => void;
}

function FindingList({ title, look, findings, onShow }: FindingListProps) {
  if (findings.length === 0) return null;
  return (
    <section aria-label={title} className={`flex gap-3 rounded-xl px-4 py-3 text-sm ${look}`}>
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        <h2 className="font-semibold">{title}</h2>
        <ul tabIndex={0} aria-label={title} className="mt-1 flex max-h-44 flex-col gap-1 overflow-y-auto">
          {findings.map(({ key, text, address }) => (
            <li key={key} className="flex items-start gap-x-3">
              <span className="min-w-0 text-pretty break-words">{withDays(text)}</span>
              {address && (
                <Button
                  size="sm"
                  variant="quiet"
                  className="-my-1 text-inherit hover:bg-surface/60"
                  onClick={() => onShow(address)}
                >
                  Show {address}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
