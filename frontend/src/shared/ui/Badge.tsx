import {
  Archive,
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleX,
  Clock,
  FileCheck,
  Hourglass,
  type LucideIcon,
  PackageCheck,
  RefreshCw,
  Send,
  TriangleAlert,
  Truck,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx';
import { plural, sentenceCase } from '../lib/format';

export type Tone = 'calm' | 'info' | 'good' | 'warn' | 'urgent' | 'bad' | 'accent';

/** A tone's tint with its ink. */
export const tints: Record<Tone, string> = {
  calm: 'bg-calm-tint text-calm',
  info: 'bg-info-tint text-info',
  good: 'bg-good-tint text-good',
  warn: 'bg-warn-tint text-warn',
  urgent: 'bg-urgent-tint text-urgent',
  bad: 'bg-bad-tint text-bad',
  accent: 'bg-accent-tint text-accent-text',
};

export interface BadgeProps {
  tone?: Tone;
  icon?: LucideIcon;
  title?: string;
  className?: string;
  children: ReactNode;
}

export function Badge({ tone = 'calm', icon: Icon, title, className, children }: BadgeProps) {
  return (
    <span
      title={title}
      className={cx(
        'inline-flex h-6 w-fit shrink-0 items-center gap-1.5 whitespace-nowrap rounded-md px-2 text-xs font-medium tabular-nums',
        tints[tone],
        className,
      )}
    >
      {Icon && <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />}
      {children}
    </span>
  );
}

/** Every status of every thing: its tone and icon. The word is the code itself, unless named here. */
const statuses: Record<string, { tone: Tone; icon: LucideIcon; label?: string }> = {
  // orders and lines
  upcoming: { tone: 'calm', icon: CircleDashed },
  in_development: { tone: 'info', icon: CircleDot },
  running: { tone: 'accent', icon: RefreshCw },
  bulk: { tone: 'accent', icon: PackageCheck, label: 'In bulk' },
  completed: { tone: 'good', icon: CircleCheck },
  archived: { tone: 'calm', icon: Archive },
  // samples, gates, requests
  pending: { tone: 'calm', icon: Hourglass },
  submission: { tone: 'info', icon: Send, label: 'Submitted' },
  submitted: { tone: 'info', icon: Send },
  resubmission: { tone: 'warn', icon: RefreshCw, label: 'Resubmitted' },
  approved: { tone: 'good', icon: CircleCheck },
  rejected: { tone: 'bad', icon: CircleX },
  declined: { tone: 'bad', icon: CircleX },
  // money
  draft: { tone: 'calm', icon: CircleDashed },
  sent: { tone: 'info', icon: Send },
  issued: { tone: 'info', icon: FileCheck },
  confirmed: { tone: 'good', icon: CircleCheck },
  cancelled: { tone: 'calm', icon: Ban },
  expired: { tone: 'bad', icon: CircleAlert },
  // shipments
  in_transit: { tone: 'info', icon: Truck },
  delivered: { tone: 'good', icon: PackageCheck },
  returned: { tone: 'bad', icon: Undo2 },
};

export interface StatusBadgeProps {
  /** The code, as the API sends it. */
  status: string;
  /** Where the word differs from the usual one. */
  label?: string;
}

/** The same status looks the same on every page. A code that is new here still shows, in grey. */
export function StatusBadge({ status, label }: StatusBadgeProps) {
  const known = statuses[status] ?? { tone: 'calm' as const, icon: CircleDashed };
  return (
    <Badge tone={known.tone} icon={known.icon}>
      {label ?? statusLabel(status)}
    </Badge>
  );
}

export function statusLabel(status: string): string {
  return statuses[status]?.label ?? sentenceCase(status);
}

export interface UrgencyChipProps {
  /** Whole days from today to the date; negative when it has passed. */
  days: number;
  /** What the date is, for readers: "ETD". */
  of?: string;
}

/** Days left in four steps: late, at most 5, at most 10, fine. The words differ too, so colour is never alone. */
export function UrgencyChip({ days, of }: UrgencyChipProps) {
  const [tone, icon, word] = urgency(days);
  return (
    <Badge tone={tone} icon={icon}>
      {of && <span className="sr-only">{of}: </span>}
      {word}
    </Badge>
  );
}

function urgency(days: number): [Tone, LucideIcon, string] {
  if (days < 0) return ['bad', CircleAlert, `${plural(-days, 'day')} late`];
  const word = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `${plural(days, 'day')} left`;
  if (days <= 5) return ['urgent', TriangleAlert, word];
  if (days <= 10) return ['warn', Clock, word];
  return ['calm', Clock, word];
}
