import type { DelayDto } from '../api/generated';

export type Party = DelayDto['party'];

/** To whom days that were lost are booked. */
export const partyNames: Record<Party, string> = {
  us: 'Us',
  mill: 'Mill',
  buyer: 'Buyer',
  lab: 'Laboratory',
  bank: 'Bank',
  other: 'Somebody else',
};

export const partyOptions = Object.entries(partyNames).map(([value, label]) => ({ value, label }));

/** Whose name is on the order already; another is named. */
export const hasName = (party: string): boolean => party === 'mill' || party === 'buyer';
