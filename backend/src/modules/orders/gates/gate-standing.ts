import type { Day } from '../../../platform/values/day';
import type { GateKey, GateStatus } from '../vocabulary';
import { allowedDays } from './gate.rules';
import type { GateDays, Holder } from './gate.vocabulary';

/** A gate as its line carries it. */
export interface GateStanding {
  id: string;
  key: GateKey;
  name: string;
  status: GateStatus | null;
  round: number;
  holder: Holder | null;
  heldSince: Day | null;
  dueOn: Day | null;
  allowedDays: number | null;
  condition: string | null;
  conditionOpen: boolean;
  rowVersion: number;
}

/** A row of `line_gates` as the database writes it as JSON. */
export type GateJson = Omit<GateStanding, 'allowedDays'> & { days: GateDays };

/** The gates of the line whose key is `lineId`, in their order, as one JSON column: read with the line, never after it. */
export const gatesJson = (lineId: string): string => `(SELECT coalesce(json_agg(json_build_object(
    'id', g.id, 'key', g.gate_key, 'name', g.name, 'status', g.status, 'round', g.round, 'holder', g.holder,
    'heldSince', g.held_since, 'dueOn', g.due_on, 'days', g.days, 'condition', g.condition,
    'conditionOpen', g.condition IS NOT NULL AND g.condition_met_on IS NULL, 'rowVersion', g.row_version
  ) ORDER BY g.position, g.gate_key), '[]') FROM line_gates g WHERE g.order_line_id = ${lineId})`;

export function standingOf({ days, ...gate }: GateJson): GateStanding {
  return { ...gate, allowedDays: allowedDays(gate, days) };
}
