import { cx } from '../lib/cx';

/**
 * How a step is drawn: ● happened, ◇ forecast, ◆ forecast and on the chain that decides, ○ planned, ✕ refused.
 * What it means stands beside it in words; the shape differs, so that colour is never alone.
 */
export type Mark = 'actual' | 'forecast' | 'critical' | 'plan' | 'rejected';

interface StepMarkProps {
  mark: Mark;
  /** Later than the ETD allows. */
  late?: boolean;
  className?: string;
}

const inks: Record<Mark, string> = {
  actual: 'text-good',
  forecast: 'text-muted',
  critical: 'text-ink',
  plan: 'text-line-strong',
  rejected: 'text-bad',
};

export function StepMark({ mark, late = false, className }: StepMarkProps) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      className={cx('size-3 shrink-0', late && mark !== 'actual' ? 'text-bad' : inks[mark], className)}
    >
      {mark === 'actual' && <circle cx={6} cy={6} r={4.4} fill="currentColor" />}
      {mark === 'plan' && <circle cx={6} cy={6} r={3.6} />}
      {(mark === 'forecast' || mark === 'critical') && (
        <path d="M6 1.2 10.8 6 6 10.8 1.2 6Z" fill={mark === 'critical' ? 'currentColor' : 'none'} />
      )}
      {mark === 'rejected' && <path d="m2.5 2.5 7 7m0-7-7 7" strokeWidth={2} strokeLinecap="round" />}
    </svg>
  );
}
