import {
  Ban,
  Check,
  CircleDot,
  CircleOff,
  CircleX,
  Circle,
  CircleCheckBig,
  StickyNote,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { CellOutcomeDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { formatDay, formatQuantity, sentenceCase, unitName } from '@/shared/lib/format';
import { type Tone, tints } from '@/shared/ui/Badge';
import { withDays } from '../sheet';

interface Chip {
  tone: Tone;
  icon: LucideIcon;
  /** The short word on the chip. */
  text: string;
  /** What it is, before it. */
  kind?: string;
  /** Below it, in full. */
  reason?: string;
}

const facts = { company: 'Company', buyer: 'Buyer', sheetDate: 'Sheet date' } as const;

export function chipOf(outcome: CellOutcomeDto): Chip {
  const { value = '', reason } = outcome;
  switch (outcome.type) {
    case 'milestone':
      return outcome.kind === 'actual'
        ? { tone: 'good', icon: CircleCheckBig, text: formatDay(outcome.date ?? ''), kind: 'Actual' }
        : { tone: 'info', icon: Circle, text: formatDay(outcome.date ?? ''), kind: 'Planned' };
    case 'not_applicable':
      return { tone: 'calm', icon: CircleOff, text: 'N/A' };
    case 'rejected':
      return { tone: 'bad', icon: CircleX, text: 'Rejected' };
    case 'note':
      return { tone: 'warn', icon: StickyNote, text: 'Note' };
    case 'refused':
      return { tone: 'urgent', icon: TriangleAlert, text: 'Cannot be taken', reason };
    case 'ignored':
      return { tone: 'calm', icon: Ban, text: 'Left out', reason };
    case 'quantity':
      return { tone: 'accent', icon: Check, text: formatQuantity(value, outcome.unit ?? '') };
    case 'unit':
      return { tone: 'accent', icon: Check, text: unitName(value) };
    case 'status':
      return { tone: 'accent', icon: Check, text: sentenceCase(value) };
    case 'fabric':
      return { tone: 'accent', icon: Check, text: fabricOf(outcome) };
    case 'header':
      return { tone: 'accent', icon: CircleDot, text: outcome.fact ? facts[outcome.fact] : 'Read' };
    case 'text':
      return { tone: 'accent', icon: Check, text: value };
  }
}

function fabricOf({ composition, fabricType, gsm, text = '' }: CellOutcomeDto): string {
  return [composition, fabricType, gsm && `${gsm} g/m²`].filter(Boolean).join(' · ') || text;
}

/** What the cell becomes: an icon, a word, and the reason where there is one. */
export function CellOutcome({ outcome, className }: { outcome: CellOutcomeDto; className?: string }) {
  const { tone, icon: Icon, text, kind, reason } = chipOf(outcome);
  return (
    <span className={cx('flex min-w-0 flex-col gap-1', className)}>
      <span
        className={cx(
          'inline-flex min-h-5.5 w-fit max-w-full items-start gap-1.5 rounded-md px-1.5 py-0.5 text-xs font-medium tabular-nums',
          tints[tone],
        )}
      >
        <Icon aria-hidden className="mt-0.5 size-3 shrink-0" strokeWidth={2.5} />
        <span className="min-w-0 text-pretty break-words">
          {kind && `${kind} `}
          <span className={cx(kind && 'whitespace-nowrap')}>{text}</span>
        </span>
      </span>
      {reason && outcome.type === 'refused' && (
        <span className="text-pretty text-xs text-urgent">{withDays(reason)}</span>
      )}
    </span>
  );
}
