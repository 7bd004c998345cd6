import type { ApprovalStatus } from '../api/generated';
import type { GateOfLine } from './vocabulary';

/** What a dialog asks about a gate. */
export interface GateQuestion {
  what: 'decision' | 'holding' | 'condition' | 'history';
  of: GateOfLine;
  /** Of a decision: what is about to be recorded. */
  status: ApprovalStatus;
}
