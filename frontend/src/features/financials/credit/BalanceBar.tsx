import type { ReactNode } from 'react';

interface BalanceBarProps {
  label: string;
  drawn: ReactNode;
  left: ReactNode;
  /** Percent that was drawn. */
  share: number;
}

/** How much of an LC was drawn, in words and as a bar. */
export function BalanceBar({ label, drawn, left, share }: BalanceBarProps) {
  return (
    <div className="text-sm">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span>
          <span className="text-muted">{label} drawn</span> {drawn}
        </span>
        <span>
          {left} <span className="text-muted">left</span>
        </span>
      </p>
      <div aria-hidden className="mt-1 h-2 overflow-hidden rounded-full bg-sunken">
        <div className="h-full rounded-full bg-accent" style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
