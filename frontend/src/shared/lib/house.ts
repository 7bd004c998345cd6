import { create } from 'zustand';

/** What the house decides for all its people. Known once the server has been asked for its welcome. */
export const useHouse = create<{ timeZone: string | null }>()(() => ({ timeZone: null }));

/** The house's zone; until it is known, the person's own. */
export function zoneOfHouse(timeZone = useHouse.getState().timeZone): string {
  return timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * Today in the house's zone, as `2026-11-10`: an ETD is late in Dhaka's day also for a colleague who travels. Until the
 * house's zone is known, in the person's own.
 */
export function today(now = new Date()): string {
  const timeZone = useHouse.getState().timeZone ?? undefined;
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(now)
    .map(({ type, value }) => [type, value] as const);
  const { year, month, day } = Object.fromEntries(parts);
  return `${year}-${month}-${day}`;
}
