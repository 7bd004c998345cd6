import { addDays, type Day } from '../../platform/values/day';

/** ETD windows. Each says its days; `none` are the orders without an ETD. */
export const WINDOWS = ['overdue', 'next7', 'next14', 'next30', 'later', 'none'] as const;
export type WindowName = (typeof WINDOWS)[number];

/** A window and the days it counts, both ends with it; null: no end on that side. */
export interface EtdWindow {
  window: WindowName;
  from: Day | null;
  to: Day | null;
}

/** Seven days are today and the six after it, fourteen the seven after those. No day is in two windows. */
export function etdWindows(today: Day): EtdWindow[] {
  const day = (after: number) => addDays(today, after);
  return [
    { window: 'overdue', from: null, to: day(-1) },
    { window: 'next7', from: today, to: day(6) },
    { window: 'next14', from: day(7), to: day(13) },
    { window: 'next30', from: day(14), to: day(29) },
    { window: 'later', from: day(30), to: null },
    { window: 'none', from: null, to: null },
  ];
}

/** The window of an ETD; of `none` that of the orders without one. */
export function windowOf(etd: Day | 'none', windows: readonly EtdWindow[]): EtdWindow | undefined {
  return windows.find(({ window, from, to }) =>
    etd === 'none' || window === 'none' ? window === etd : (!from || from <= etd) && (!to || etd <= to),
  );
}

/** The last twelve months, this one last: `2026-11` with its first and last day. */
export function lastMonths(today: Day): { month: string; from: Day; to: Day }[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const firstOf = (index: number) => new Date(Date.UTC(year, month - 1 + index, 1)).toISOString().slice(0, 10);
  return Array.from({ length: 12 }, (_, back) => {
    const from = firstOf(back - 11);
    return { month: from.slice(0, 7), from, to: addDays(firstOf(back - 10), -1) };
  });
}
