/** What a calendar shows, the most binding first. */
export const CALENDAR_KINDS = ['lc_expiry', 'lc_latest_shipment', 'etd', 'eta', 'task', 'step'] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** Days of one reading: a month with the weeks that it begins and ends in. */
export const MOST_DAYS = 62;
/** Entries of a day, unless told. */
export const PER_DAY = 4;
export const MOST_PER_DAY = 200;

/** Days before and after today that a calendar programme is told of. */
export const FEED_DAYS = { before: 31, after: 184 } as const;
