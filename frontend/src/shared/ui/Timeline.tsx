import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx';
import { tints, type Tone } from './Badge';
import { Instant } from './Values';

export interface TimelineItem {
  id: string;
  icon: LucideIcon;
  tone?: Tone;
  /** A sentence: who did what. */
  title: ReactNode;
  at?: string;
  /** In place of `at`, such as a `Clock` under its day. */
  when?: ReactNode;
  /** A reason, a difference, a note. */
  children?: ReactNode;
}

/** What happened, in the order given. */
export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol aria-label={label}>
      {items.map(({ id, icon: Icon, tone = 'calm', title, at, when, children }) => (
        <li
          key={id}
          className="relative flex gap-3.5 pb-6 before:absolute before:-bottom-0.5 before:start-3.5 before:top-8 before:w-px before:bg-line last:pb-0 last:before:hidden"
        >
          <span className={cx('grid size-7 shrink-0 place-items-center rounded-full', tints[tone])}>
            <Icon aria-hidden className="size-3.5" strokeWidth={2.25} />
          </span>
          <div className="min-w-0 flex-1 pt-1 text-sm">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <div className="min-w-0 break-words">{title}</div>
              {when ?? (at && <Instant at={at} className="text-xs text-muted" />)}
            </div>
            {children && <div className="mt-1 break-words text-[0.8125rem] text-muted">{children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
