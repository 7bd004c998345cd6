import { daysBetween } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { cx } from '@/shared/lib/cx';
import { UrgencyChip } from '@/shared/ui/Badge';
import { Day } from '@/shared/ui/Values';

interface DaysLeftProps {
  /** What the day is, for readers: "Expiry". */
  of: string;
  day: string | null;
  /** It binds nobody any more: days to go mean nothing. */
  over?: boolean;
  /** The chip beside the day instead of under it. */
  inline?: boolean;
}

/** A day that binds, and how near it is. */
export function DaysLeft({ of, day, over = false, inline = false }: DaysLeftProps) {
  return (
    <span
      className={cx(
        'inline-flex flex-wrap items-center gap-x-2 gap-y-1',
        !inline && 'justify-end @2xl:flex-col @2xl:items-start',
      )}
    >
      <Day day={day} />
      {day && !over && <UrgencyChip of={of} days={daysBetween(today(), day)} />}
    </span>
  );
}
