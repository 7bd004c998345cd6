import { CircleCheck, CircleDashed, CircleX, Clock, type LucideIcon, Minus, TriangleAlert } from 'lucide-react';
import type { MilestoneDto } from '@/shared/api/generated';
import { daysBetween, plural } from '@/shared/lib/format';
import type { Tone } from '@/shared/ui/Badge';

export type Step = Pick<MilestoneDto, 'state' | 'plannedOn' | 'actualOn'>;

export interface Standing {
  tone: Tone;
  icon: LucideIcon;
  /** Never by colour alone: `3 days late`. */
  words: string;
  /** Its day has passed, and it is not done. */
  late: boolean;
}

/**
 * Where a step stands on a day, in words.
 * @param closed the goods have left, or will not leave: what was never ticked off is no longer late
 */
export function standingOf(step: Step, today: string, closed = false): Standing {
  const { state, plannedOn, actualOn } = step;
  if (state === 'not_applicable') return { tone: 'calm', icon: Minus, words: 'Not applicable', late: false };
  if (actualOn)
    return { tone: 'good', icon: CircleCheck, words: `Done${againstPlan(plannedOn, actualOn)}`, late: false };
  const left = plannedOn ? daysBetween(today, plannedOn) : null;
  const late = left !== null && left < 0 && !closed;
  const lateness = late && left !== null ? `${plural(-left, 'day')} late` : null;
  if (state === 'rejected') {
    return { tone: 'bad', icon: CircleX, words: lateness ? `Rejected, ${lateness}` : 'Rejected', late };
  }
  if (lateness) return { tone: 'bad', icon: TriangleAlert, words: lateness, late };
  if (left === null) return { tone: 'calm', icon: CircleDashed, words: 'No day set', late };
  if (closed) return { tone: 'calm', icon: CircleDashed, words: 'Open', late };
  return { ...nearness(left), late };
}

/** The same steps as an ETD's: at most 5 days, at most 10, fine. */
function nearness(left: number): Pick<Standing, 'tone' | 'icon' | 'words'> {
  const words = left === 0 ? 'Due today' : left === 1 ? 'Due tomorrow' : `In ${plural(left, 'day')}`;
  if (left <= 5) return { tone: 'urgent', icon: TriangleAlert, words };
  return { tone: left <= 10 ? 'warn' : 'calm', icon: Clock, words };
}

function againstPlan(plannedOn: string | null, actualOn: string): string {
  const after = plannedOn ? daysBetween(plannedOn, actualOn) : 0;
  if (after === 0) return '';
  return after > 0 ? `, ${plural(after, 'day')} late` : `, ${plural(-after, 'day')} early`;
}
