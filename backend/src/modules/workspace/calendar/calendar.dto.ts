import { Transform, Type } from 'class-transformer';
import { DayField, Id, Instant, ListOf, OneOf, SomeOf, Text, Whole } from '../../../platform/http/fields';
import { STEP_HOLDERS, type StepHolder } from '../../planning/calendar/calendar.vocabulary';
import { CALENDAR_KINDS, MOST_DAYS, MOST_PER_DAY, PER_DAY, type CalendarKind } from './calendar.vocabulary';

/** What of a calendar is wanted. */
class CalendarChoiceDto {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @SomeOf(CALENDAR_KINDS, { optional: true, name: 'CalendarKind', description: 'These kinds alone.', example: ['etd'] })
  kind?: CalendarKind[];
  @Id({ optional: true, description: 'Of this merchandiser’s orders alone.' }) merchandiserId?: string;
}

export class CalendarQueryDto extends CalendarChoiceDto {
  @DayField({ description: 'The first day.', example: '2026-11-01' }) from: string;
  @DayField({ description: `The last day, at most ${MOST_DAYS} days of both.`, example: '2026-12-05' }) to: string;
  @Type(() => Number)
  @Whole({
    min: 1,
    max: MOST_PER_DAY,
    optional: true,
    description: `Entries of a day; ${PER_DAY} unless told.`,
    example: 4,
  })
  perDay: number = PER_DAY;
}

export class CalendarFeedQueryDto extends CalendarChoiceDto {
  @Text({ max: 200, description: 'The key in your link.' }) key: string;
}

/** Under which a calendar programme reads one's calendar without a sign-in. */
export class CalendarLinkDto {
  @Text({
    max: 2000,
    nullable: true,
    description: 'Null where there is none. `kind=` and `merchandiserId=` may follow it.',
    example: 'https://house.example.com/api/v1/calendar/feed.ics?key=01a2…',
  })
  url: string | null;
  @Instant({ nullable: true, description: 'When it was made.' }) madeAt: string | null;
}

/** Something that falls on a day. */
export class CalendarEntryDto {
  @OneOf(CALENDAR_KINDS, { name: 'CalendarKind', example: 'etd' }) kind: CalendarKind;
  @Id({ nullable: true, description: 'Of the LC, the task or one of the steps.' }) relatedId: string | null;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Text({
    max: 500,
    nullable: true,
    description: 'The number of the LC, the task, the step.',
    example: 'Knitting start',
  })
  title: string | null;
  @OneOf(STEP_HOLDERS, { nullable: true, name: 'StepHolder', description: 'Whose turn the step is.', example: 'mill' })
  holder: StepHolder | null;
  @Whole({
    min: 0,
    max: 100000,
    description: 'Of the order that this falls on; 0 where it is the order’s.',
    example: 2,
  })
  lines: number;
}

export class CalendarDayDto {
  @DayField({ example: '2026-11-24' }) day: string;
  @Whole({ min: 1, max: 10000000, description: 'Entries in all.', example: 9 }) total: number;
  @ListOf(() => CalendarEntryDto, { max: MOST_PER_DAY, description: 'The first of them, the most binding first.' })
  entries: CalendarEntryDto[];
}

export class DayCalendarDto {
  @ListOf(() => CalendarDayDto, { max: MOST_DAYS, description: 'Days that something falls on.' })
  days: CalendarDayDto[];
}
