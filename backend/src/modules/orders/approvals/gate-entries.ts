import { today, type Day } from '../../../platform/values/day';
import type { GateEntry } from '../gates/gate.rules';
import type { ApprovalHistory } from './approval-history.entity';

type Recorded = Pick<ApprovalHistory, 'id' | 'occurredAt' | 'status' | 'condition' | 'undoesId'>;

/**
 * History as the rules read it: in the order in which things happened, without what was taken back and what took it back.
 * @param zone of the house, by which days are told
 */
export function entriesOf(rows: readonly Recorded[], zone: string): GateEntry[] {
  return inForce(rows)
    .sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || a.id.localeCompare(b.id))
    .map(({ status, occurredAt, condition }) => ({ status, condition, occurredOn: today(zone, occurredAt) }));
}

/** The day of the first approval of a line that was not cleared since; null where there is none. */
export function firstApproval(
  rows: readonly (Recorded & Pick<ApprovalHistory, 'approvalType'>)[],
  zone: string,
): Day | null {
  const days = [...new Set(rows.map(({ approvalType }) => approvalType))].flatMap((gate) => {
    const own = entriesOf(
      rows.filter(({ approvalType }) => approvalType === gate),
      zone,
    );
    const cleared = own.map(({ status }) => status).lastIndexOf('cleared');
    return own.slice(cleared + 1).find(({ status }) => status === 'approved')?.occurredOn ?? [];
  });
  return days.sort()[0] ?? null;
}

/** Without what was taken back and what took it back. */
export function inForce<Row extends Pick<Recorded, 'id' | 'undoesId'>>(rows: readonly Row[]): Row[] {
  const undone = takenBack(rows);
  return rows.filter(({ id, undoesId }) => !undoesId && !undone.has(id));
}

/** Ids of the entries that were taken back; what took one back may itself have been. */
export function takenBack(rows: readonly Pick<Recorded, 'id' | 'undoesId'>[]): ReadonlySet<string> {
  const undone = new Set<string>();
  const lastRecordedFirst = [...rows].sort((a, b) => b.id.localeCompare(a.id)); // ids sort by when they were made
  for (const { id, undoesId } of lastRecordedFirst) if (undoesId && !undone.has(id)) undone.add(undoesId);
  return undone;
}
