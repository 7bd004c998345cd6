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

const circle = (radius: number) =>
  `M${6 - radius} 6a${radius} ${radius} 0 1 0 ${radius * 2} 0 ${radius} ${radius} 0 1 0 ${-radius * 2} 0Z`;
const diamond = 'M6 1.2 10.8 6 6 10.8 1.2 6Z';

/** In a box of 12 by 12. */
const shapes: Record<Mark, { d: string; filled?: boolean; width?: number }> = {
  actual: { d: circle(4.4), filled: true },
  forecast: { d: diamond },
  critical: { d: diamond, filled: true },
  plan: { d: circle(3.6) },
  rejected: { d: 'm2.5 2.5 7 7m0-7-7 7', width: 2 },
};

export function StepMark({ mark, late = false, className }: StepMarkProps) {
  const { d, filled = false, width = 1.6 } = shapes[mark];
  return (
    <svg
      aria-hidden
      viewBox="0 0 12 12"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={width}
      strokeLinecap="round"
      className={cx('size-3 shrink-0', late && mark !== 'actual' ? 'text-bad' : inks[mark], className)}
    >
      <path d={d} />
    </svg>
  );
}

/** The same shape as a CSS mask: where there are hundreds, none is an element of the page. */
export const markMask = (mark: Mark): string => masks[mark];

function maskOf({ d, filled = false, width = 1.6 }: (typeof shapes)[Mark]): string {
  const look = `fill='${filled ? '#000' : 'none'}' stroke='#000' stroke-width='${width}' stroke-linecap='round'`;
  const drawn = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 12 12' ${look}><path d='${d}'/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(drawn)}")`;
}

const masks: Record<Mark, string> = {
  actual: maskOf(shapes.actual),
  forecast: maskOf(shapes.forecast),
  critical: maskOf(shapes.critical),
  plan: maskOf(shapes.plan),
  rejected: maskOf(shapes.rejected),
};
