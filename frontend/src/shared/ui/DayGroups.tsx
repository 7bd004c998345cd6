import { type ReactNode, useId } from 'react';
import { daysBetween, formatClock, formatDay, formatInstant, formatZone, weekday } from '../lib/format';
import { today, useHouse, zoneOfHouse } from '../lib/house';

export interface DayGroupsProps<Row> {
  /** In the order in which they are shown; days are not sorted again. */
  rows: readonly Row[];
  /** The instant that decides the day, which is the house's. */
  at: (row: Row) => string;
  /** The rows of one day. */
  children: (rows: Row[]) => ReactNode;
}

/** Rows under the day on which they happened: "Today", "Yesterday", "Tuesday". */
export function DayGroups<Row>({ rows, at, children }: DayGroupsProps<Row>) {
  useHouse((house) => house.timeZone); // the days move when the house's zone becomes known
  const days = new Map<string, Row[]>();
  for (const row of rows) {
    const day = today(new Date(at(row)));
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return [...days].map(([day, ofDay]) => (
    <DayGroup key={day} day={day}>
      {children(ofDay)}
    </DayGroup>
  ));
}

function DayGroup({ day, children }: { day: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="flex items-baseline gap-2 px-4 pb-2 pt-4 text-[0.8125rem] sm:px-5">
        <span className="font-semibold">{nameOf(day)}</span>
        <time dateTime={day} className="tabular-nums text-muted">
          {formatDay(day)}
        </time>
      </h2>
      {children}
    </section>
  );
}

function nameOf(day: string): string {
  const ago = daysBetween(day, today());
  if (ago === 0) return 'Today';
  return ago === 1 ? 'Yesterday' : weekday(day);
}

/** `14:02` in the house's zone, for rows under their day; the whole instant when the pointer rests on it. */
export function Clock({ at, className }: { at: string; className?: string }) {
  const zone = useHouse(({ timeZone }) => zoneOfHouse(timeZone));
  return (
    <time dateTime={at} title={formatInstant(at, zone)} className={className}>
      {formatClock(at, zone)}
    </time>
  );
}

/** At the foot of rows with a `Clock`: whose clock it is. */
export function ClockNote() {
  const zone = useHouse(({ timeZone }) => zoneOfHouse(timeZone));
  return <p className="text-xs text-muted">Times are the house’s: {formatZone(zone)}.</p>;
}
