import type { GateDto } from '../api/generated';
import { daysBetween } from '../lib/format';
import { heldBy } from './vocabulary';

export interface GateClock {
  /** Days that the holder has had it. */
  held: number;
  allowed: number | null;
  late: boolean;
  /** `6 d of 5`, `6 d`. */
  days: string;
  /** `with the buyer 6 d of 5` */
  words: string;
}

type Held = Pick<GateDto, 'status' | 'holder' | 'heldSince' | 'allowedDays' | 'dueOn'>;

/** How long whoever holds the gate has had it; null where nobody is waited for. @param today of the house */
export function clockOf({ holder, heldSince, allowedDays, dueOn }: Held, today: string): GateClock | null {
  if (!holder || !heldSince) return null;
  const held = Math.max(0, daysBetween(heldSince, today));
  const days = allowedDays === null ? `${held} d` : `${held} d of ${allowedDays}`;
  return {
    held,
    allowed: allowedDays,
    late: dueOn !== null && dueOn < today,
    days,
    words: `${heldBy[holder]} ${days}`,
  };
}
