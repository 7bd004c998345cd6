import { PartialType } from '@nestjs/swagger';
import { InvalidInput } from '../../../platform/errors/domain-error';
import { DayField, Id, Instant, ListOf, OneOf, Text, Whole, Wholes } from '../../../platform/http/fields';
import { addDays } from '../../../platform/values/day';
import { dayWords } from '../../../platform/values/words';
import type { PartyCalendar } from './calendar.entity';
import { STEP_HOLDERS, type Holiday, type StepHolder } from './calendar.vocabulary';
import { isWorkingDay, LONGEST_CLOSURE, type Weekday, type WorkingCalendar } from './working-calendar';

export class HolidayDto implements Holiday {
  @DayField({ example: '2026-12-16' }) day: string;
  @Text({ max: 100, example: 'Victory Day' }) name: string;
}

const holder = { name: 'StepHolder', description: 'Of whom it is the calendar.', example: 'mill' } as const;
const partyName = {
  nullable: true,
  max: 255,
  description:
    'One mill, buyer or bank, as lines, orders and LCs name it (a bank also by its BIC); null: all that have no calendar of their own.',
  example: null,
} as const;
const country = {
  nullable: true,
  max: 2,
  pattern: /^[A-Z]{2}$/,
  hint: 'A country is written in two letters, such as GB.',
  description: 'ISO 3166-1, of banks: all in this country that have no calendar of their own.',
  example: null,
} as const;
const weekend = {
  min: 1,
  max: 7,
  atMost: 6,
  description: 'Days that are not worked on: 1 is Monday, 5 Friday, 7 Sunday.',
  example: [5],
} as const;

export class CreateCalendarDto {
  @OneOf(STEP_HOLDERS, holder) holder: StepHolder;
  @Text({ ...partyName, optional: true, example: 'Padma Textiles' }) partyName?: string | null;
  @Text({ ...country, optional: true, alternative: true, example: 'GB' }) country?: string | null;
  @Wholes(weekend) weekend: number[];
  @ListOf(() => HolidayDto, { optional: true, max: 400, description: 'In any order.' }) holidays?: HolidayDto[];
}

export class UpdateCalendarDto extends PartialType(CreateCalendarDto, { skipNullProperties: false }) {}

export class CalendarDto {
  @Id() id: string;
  @OneOf(STEP_HOLDERS, holder) holder: StepHolder;
  @Text(partyName) partyName: string | null;
  @Text(country) country: string | null;
  @Wholes(weekend) weekend: number[];
  @ListOf(() => HolidayDto, { max: 400, description: 'The earliest first.' }) holidays: HolidayDto[];
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from({
    id,
    holder,
    partyName,
    country,
    weekend,
    holidays,
    createdAt,
    updatedAt,
    rowVersion,
  }: PartyCalendar): CalendarDto {
    return {
      id,
      holder,
      partyName,
      country,
      weekend,
      holidays,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      rowVersion,
    };
  }
}

/** @throws InvalidInput 400 on the holiday that stands there twice */
export function holidaysInOrder(written: readonly HolidayDto[]): Holiday[] {
  const seen = new Set<string>();
  for (const [index, { day }] of written.entries()) {
    if (seen.has(day)) throw new InvalidInput({ [`holidays.${index}.day`]: ['This day is a holiday already.'] });
    seen.add(day);
  }
  return written.map(({ day, name }) => ({ day, name: name.trim() })).sort((a, b) => a.day.localeCompare(b.day));
}

/** Days of the weekend before the first holiday and after the last may be closed too. */
const A_WEEK = 7;

/** @throws InvalidInput 400 where nobody works for a year: no step could ever be done */
export function refuseClosedYear(working: WorkingCalendar): void {
  const days = [...working.holidays].sort();
  const last = days.at(-1);
  let closed = 0;
  for (let day = days[0]; day && last && day <= last; day = addDays(day, 1)) {
    closed = isWorkingDay(working, day) ? 0 : closed + 1;
    if (closed > LONGEST_CLOSURE - 2 * A_WEEK)
      throw new InvalidInput({
        holidays: [
          `In the year up to ${dayWords(day)} there is no working day. Leave out holidays, or shorten the weekend.`,
        ],
      });
  }
}

/** Each day once, Monday first. */
export const weekendInOrder = (written: readonly number[]): Weekday[] =>
  [...new Set(written)].sort((a, b) => a - b) as Weekday[];
