import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import { PartyCalendar } from './calendar.entity';
import { STEP_HOLDERS } from './calendar.vocabulary';

export const calendarList: ListDefinition = {
  alias: 'calendar',
  filters: { holder: { kind: 'choice', column: 'calendar.holder', values: STEP_HOLDERS } },
  search: ['calendar.partyName'],
  ordering: { holder: 'calendar.holder', partyName: 'calendar.partyName', createdAt: 'calendar.createdAt' },
  defaultOrdering: 'createdAt',
};

@Injectable()
export class CalendarsRepository extends VersionedRepository<PartyCalendar> {
  constructor(transaction: Transaction) {
    super(transaction, PartyCalendar);
  }

  list(asked: ListQuery): Promise<Page<PartyCalendar>> {
    return paginate(this.rows.createQueryBuilder('calendar'), calendarList, asked);
  }

  all(): Promise<PartyCalendar[]> {
    return this.rows.find();
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string): Promise<PartyCalendar> {
    const calendar = await this.rows.findOneBy({ id });
    if (!calendar) throw new ResourceNotFound('calendar');
    return calendar;
  }

  /** Locks the row. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, expected?: number): Promise<PartyCalendar> {
    const calendar = await this.rows.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!calendar) throw new ResourceNotFound('calendar');
    expectVersion(calendar, expected);
    return calendar;
  }
}
