import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { isCountry } from '../../../platform/values/bic';
import type { Actor } from '../../auth/access/actor';
import { scopeOf } from '../../auth/access/capabilities';
import { PartyCalendar } from './calendar.entity';
import { NAMED_HOLDERS } from './calendar.vocabulary';
import {
  holidaysInOrder,
  refuseClosedYear,
  weekendInOrder,
  type CreateCalendarDto,
  type UpdateCalendarDto,
} from './calendars.dto';
import { CalendarOfAll, NoCalendarOfCountry, PartyWithoutName } from './calendars.errors';
import { CalendarCreated, CalendarDeleted, CalendarRestored, CalendarUpdated } from './calendars.events';
import { CalendarsRepository } from './calendars.repository';

const TOLD = [
  'holder',
  'partyName',
  'country',
  'weekend',
  'holidays',
] as const satisfies readonly (keyof PartyCalendar)[];

/** When mills, buyers, banks, laboratories and the house work. What is forecast follows a change; planned days stay. */
@Injectable()
export class CalendarsService {
  constructor(
    private readonly calendars: CalendarsRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  list(asked: ListQuery): Promise<Page<PartyCalendar>> {
    return this.calendars.list(asked);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string): Promise<PartyCalendar> {
    return this.calendars.get(id);
  }

  /** @throws InvalidInput 400 for a day twice, Conflict 409 for a party that has one */
  create(body: CreateCalendarDto, actor: Actor): Promise<PartyCalendar> {
    return this.transaction.run(async () => {
      const calendar = Object.assign(new PartyCalendar(), {
        holder: body.holder,
        partyName: body.partyName?.trim() ?? null,
        country: body.country ?? null,
        weekend: weekendInOrder(body.weekend),
        holidays: holidaysInOrder(body.holidays ?? []),
      });
      refuseUnnamed(calendar);
      refuseClosedYear(calendar.working);
      await this.calendars.insert(calendar);
      const { after } = changesBetween(new PartyCalendar(), calendar, TOLD);
      await this.outbox.record(new CalendarCreated({ id: calendar.id, rowVersion: 1 }, actor, { before: {}, after }));
      return calendar;
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412, InvalidInput 400, CalendarOfAll 409 when the calendar of all is given a name */
  update(id: string, body: UpdateCalendarDto, actor: Actor, expected?: number): Promise<PartyCalendar> {
    return this.transaction.run(async () => {
      const calendar = await this.calendars.getForUpdate(id, expected);
      const before = { ...calendar };
      const wasOfAll = calendar.isOfAll;
      if (body.holder !== undefined) calendar.holder = body.holder;
      if (body.partyName !== undefined) calendar.partyName = body.partyName?.trim() ?? null;
      if (body.country !== undefined) calendar.country = body.country;
      if (body.weekend) calendar.weekend = weekendInOrder(body.weekend);
      if (body.holidays) calendar.holidays = holidaysInOrder(body.holidays);
      if (wasOfAll && (!calendar.isOfAll || calendar.holder !== before.holder)) throw new CalendarOfAll(before.holder);
      refuseUnnamed(calendar);
      refuseClosedYear(calendar.working);
      const changes = changesBetween(before, calendar, TOLD);
      if (isUnchanged(changes)) return calendar;
      await this.calendars.save(calendar);
      await this.outbox.record(new CalendarUpdated({ id, rowVersion: calendar.rowVersion }, actor, changes));
      return calendar;
    });
  }

  /** To the trash. @throws ResourceNotFound 404, StaleVersion 412, CalendarOfAll 409 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const calendar = await this.calendars.getForUpdate(id, expected);
      if (calendar.isOfAll) throw new CalendarOfAll(calendar.holder);
      await this.calendars.trash(calendar);
      const { before } = changesBetween(calendar, new PartyCalendar(), TOLD);
      await this.outbox.record(
        new CalendarDeleted({ id, rowVersion: calendar.rowVersion }, actor, { before, after: {} }),
      );
    });
  }

  /** From the trash, by who may write it. @throws ResourceNotFound 404, Conflict 409 where the party has another by now */
  restore(id: string, actor: Actor): Promise<PartyCalendar> {
    return this.transaction.run(async () => {
      if (!scopeOf(actor.role, 'working_calendar.write')) throw new ResourceNotFound('calendar');
      const calendar = await this.calendars.restore(await this.calendars.getTrashed(id));
      const { after } = changesBetween(new PartyCalendar(), calendar, TOLD);
      await this.outbox.record(
        new CalendarRestored({ id, rowVersion: calendar.rowVersion }, actor, { before: {}, after }),
      );
      return calendar;
    });
  }
}

function refuseUnnamed({ holder, partyName, country }: PartyCalendar): void {
  if (partyName !== null && !(NAMED_HOLDERS as readonly string[]).includes(holder)) throw new PartyWithoutName();
  if (country === null) return;
  if (!isCountry(country)) throw new NoCalendarOfCountry(`There is no country ${country}.`);
  if (holder !== 'bank') throw new NoCalendarOfCountry('Only banks have a calendar for their country.');
  if (partyName !== null) throw new NoCalendarOfCountry('Name one bank, or a country with all of its banks.');
}
