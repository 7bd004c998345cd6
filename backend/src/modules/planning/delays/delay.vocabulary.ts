/** To whom days that were lost are booked: whoever holds a step, or somebody else, who is named. */
export const SLIP_PARTIES = ['us', 'mill', 'buyer', 'lab', 'bank', 'other'] as const;
export type SlipParty = (typeof SLIP_PARTIES)[number];

/**
 * By what days were booked: a step that happened later than it was planned, a planned day that somebody moved with a
 * reason, an incident that was resolved, or a person.
 */
export const SLIP_SOURCES = ['step', 'plan', 'incident', 'hand'] as const;
export type SlipSource = (typeof SLIP_SOURCES)[number];

/** A party by its name, as orders and lines write it; the house, a laboratory or a bank may have none. */
export interface Blamed {
  party: SlipParty;
  partyName: string | null;
}

/** Most working days that one entry tells of. */
export const MOST_DAYS = 1000;
