import type { BackToBackDto } from '@/shared/api/generated';
import type { Tone } from '@/shared/ui/Badge';

export type State = BackToBackDto['state'];
export const states = ['planned', 'opened', 'accepted', 'paid'] as const satisfies State[];
export const stateNames: Record<State, string> = {
  planned: 'Planned',
  opened: 'Opened',
  accepted: 'Accepted',
  paid: 'Paid',
};
export const stateTones: Record<State, Tone> = { planned: 'calm', opened: 'info', accepted: 'accent', paid: 'good' };

/** `at sight`, `120 days after acceptance` */
export function usanceWords({ usanceDays, usanceFrom }: Pick<BackToBackDto, 'usanceDays' | 'usanceFrom'>): string {
  return usanceDays === 0 ? `at sight, from ${usanceFrom}` : `${usanceDays} days after ${usanceFrom}`;
}
