import type { PartyCalendar } from './calendar.entity';
import type { StepHolder } from './calendar.vocabulary';
import type { WorkingCalendar } from './working-calendar';

/** The mill and the buyer of a line, as it names them. */
export type Parties = Partial<Record<StepHolder, string | null>>;

/** When somebody works, as far as the arithmetic needs it. */
export type PartyWorking = Pick<PartyCalendar, 'holder' | 'partyName' | 'country' | 'working'>;

const ALWAYS: WorkingCalendar = { weekend: [], holidays: new Set() };

/** The calendar of who holds a step: of the party by its name, in any case, else of all of its kind. */
export function calendarFor(holder: StepHolder, parties: Parties, calendars: readonly PartyWorking[]): WorkingCalendar {
  const name = parties[holder]?.trim().toLowerCase();
  const own = calendars.filter((calendar) => calendar.holder === holder);
  const found = own.find(({ partyName }) => name && partyName?.trim().toLowerCase() === name);
  return (found ?? own.find(({ partyName, country }) => partyName === null && country === null))?.working ?? ALWAYS;
}
