import { create } from 'zustand';

/** What the house decides for all its people. Known once the server has been asked for its welcome. */
export const useHouse = create<{ timeZone: string | null; sendsMail: boolean }>()(() => ({
  timeZone: null,
  sendsMail: false,
}));

/** The house's zone; until it is known, the person's own. */
export function zoneOfHouse(timeZone = useHouse.getState().timeZone): string {
  return timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A formatter costs a hundred times what it writes, and a grid asks for today in each of its cells: one for each zone. */
const calendars = new Map<string | null, Intl.DateTimeFormat>();

function calendarOf(timeZone: string | null): Intl.DateTimeFormat {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    const asDay = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    calendar = new Intl.DateTimeFormat('en', { timeZone: timeZone ?? undefined, ...asDay });
    calendars.set(timeZone, calendar);
  }
  return calendar;
}

/**
 * Today in the house's zone, as `2026-11-10`: an ETD is late in Dhaka's day also for a colleague who travels. Until the
 * house's zone is known, in the person's own.
 */
export function today(now = new Date()): string {
  const parts = calendarOf(useHouse.getState().timeZone).formatToParts(now);
  const { year, month, day } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${year}-${month}-${day}`;
}
