import type { ApprovalStatus, ApprovalType } from '../vocabulary';
import { entriesOf, firstApproval, takenBack } from './gate-entries';

const entry = (id: string, status: ApprovalStatus, day: string, undoesId: string | null = null) => ({
  id,
  status,
  condition: null,
  occurredAt: new Date(`${day}T12:00:00Z`),
  undoesId,
});

const sent = entry('1', 'submission', '2026-11-02');
const again = entry('2', 'resubmission', '2026-11-09');
const undone = entry('3', 'submission', '2026-11-10', '2');
const redone = entry('4', 'resubmission', '2026-11-11', '3');
const statuses = (...rows: ReturnType<typeof entry>[]) => entriesOf(rows, 'Asia/Dhaka').map(({ status }) => status);

describe('the entries of a gate that count', () => {
  it('stand in the order in which things happened, not in which they were recorded', () => {
    expect(statuses(again, sent, entry('5', 'rejected', '2026-11-05'))).toEqual([
      'submission',
      'rejected',
      'resubmission',
    ]);
  });

  it('are not those that were taken back, nor what took them back', () => {
    expect(statuses(sent, again, undone)).toEqual(['submission']);
    expect(takenBack([sent, again, undone])).toEqual(new Set(['2']));
  });

  it('are those again whose taking back was taken back', () => {
    expect(statuses(sent, again, undone, redone)).toEqual(['submission', 'resubmission']);
    expect(statuses(sent, again, undone, redone, entry('6', 'submission', '2026-11-12', '4'))).toEqual(['submission']);
  });
});

describe('the day of the first approval of a line', () => {
  const of = (approvalType: ApprovalType, ...rows: ReturnType<typeof entry>[]) =>
    rows.map((row) => ({ ...row, approvalType }));
  const approved = entry('5', 'approved', '2026-11-14');
  const cleared = entry('6', 'cleared', '2026-11-15');

  it('is that of whichever gate came first', () => {
    expect(firstApproval(of('labDip', sent), 'Asia/Dhaka')).toBeNull();
    expect(
      firstApproval([...of('labDip', approved), ...of('price', entry('7', 'approved', '2026-11-12'))], 'Asia/Dhaka'),
    ).toBe('2026-11-12');
  });

  it('is none that was cleared, or taken back', () => {
    expect(firstApproval(of('labDip', approved, cleared), 'Asia/Dhaka')).toBeNull();
    expect(firstApproval(of('labDip', approved, entry('8', 'cleared', '2026-11-16', '5')), 'Asia/Dhaka')).toBeNull();
    const anew = entry('9', 'approved', '2026-11-20');
    expect(firstApproval(of('labDip', approved, cleared, anew), 'Asia/Dhaka')).toBe('2026-11-20');
  });
});
