import { today } from '../../../platform/values/day';
import type { GateEntry } from '../gates/gate.rules';
import type { ApprovalHistory } from './approval-history.entity';

type Recorded = Pick<ApprovalHistory, 'id' | 'occurredAt' | 'status' | 'condition'>;

/** History as the rules read it: in the order in which things happened. @param zone of the house, by which days are told */
export function entriesOf(rows: readonly Recorded[], zone: string): GateEntry[] {
  return [...rows]
    .sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || a.id.localeCompare(b.id))
    .map(({ status, occurredAt, condition }) => ({ status, condition, occurredOn: today(zone, occurredAt) }));
}
