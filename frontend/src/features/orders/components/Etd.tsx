import { daysBetween } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { cx } from '@/shared/lib/cx';
import { UrgencyChip } from '@/shared/ui/Badge';
import { Day } from '@/shared/ui/Values';

interface EtdProps {
  day: string | null;
  /** It left, or will not leave: days to go mean nothing. */
  closed?: boolean;
  /** The chip beside the day instead of under it. */
  inline?: boolean;
}

/** The day it leaves, and how near that is. */
export function Etd({ day, closed = false, inline = false }: EtdProps) {
  return (
    <span
      className={cx(
        'inline-flex gap-x-2 gap-y-1',
        'flex-wrap items-center',
        !inline && 'justify-end @2xl:flex-col @2xl:items-start',
      )}
    >
      <Day day={day} />
      {day && !closed && <UrgencyChip of="ETD" days={daysBetween(today(), day)} />}
    </span>
  );
}
