import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx';
import type { Tone } from './Badge';

export interface CardProps {
  title?: string;
  /** Beside the title, at the end: a button, a link, a count. */
  actions?: ReactNode;
  /** The content reaches the edges, as a `Table` does. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

export function Card({ title, actions, flush = false, className, children }: CardProps) {
  return (
    <section className={cx('min-w-0 rounded-xl border border-line bg-surface shadow-sm', className)}>
      {(title || actions) && (
        <header className="flex min-h-13 flex-wrap items-center justify-between gap-2 px-4 pb-1 pt-3 sm:px-5">
          {title && <h2 className="text-[0.9375rem] font-semibold">{title}</h2>}
          {actions && <div className="flex items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={cx(!flush && 'px-4 pb-4 sm:px-5 sm:pb-5', !flush && !title && !actions && 'pt-4 sm:pt-5')}>
        {children}
      </div>
    </section>
  );
}

const numbers: Record<Tone, string> = {
  calm: 'text-ink',
  accent: 'text-accent-text',
  info: 'text-info',
  good: 'text-good',
  warn: 'text-warn',
  urgent: 'text-urgent',
  bad: 'text-bad',
};

export interface StatProps {
  label: string;
  /** The number, with its unit: `<Money …/>`, `12`. */
  value: ReactNode;
  /** What it means, or what to compare it with. */
  hint?: ReactNode;
  icon?: LucideIcon;
  tone?: Tone;
}

/** One figure. Wrap it in a `Link` to the rows behind it, and it answers to the pointer. */
export function Stat({ label, value, hint, icon: Icon, tone = 'calm' }: StatProps) {
  return (
    <div className="flex h-full flex-col rounded-xl border border-line bg-surface p-4 shadow-sm transition-colors [a:hover>&]:border-line-strong/60 [a:hover>&]:bg-hover">
      <p className="flex items-center gap-2 text-[0.8125rem] font-medium text-muted">
        {Icon && <Icon aria-hidden className="size-4" />}
        {label}
      </p>
      <p className={cx('mt-1.5 text-2xl font-semibold tabular-nums tracking-tight', numbers[tone])}>{value}</p>
      {hint && <p className="mt-0.5 text-[0.8125rem] text-muted">{hint}</p>}
    </div>
  );
}
