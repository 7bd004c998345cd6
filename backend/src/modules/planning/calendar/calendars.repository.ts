import { Injectable } from '@nestjs/common';
import { SettingsRepository } from '../../../platform/database/settings.repository';
import { Transaction } from '../../../platform/database/transaction';
import type { ListDefinition } from '../../../platform/listing/list-definition';
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
export class CalendarsRepository extends SettingsRepository<PartyCalendar> {
  constructor(transaction: Transaction) {
    super(transaction, PartyCalendar, calendarList, 'calendar');
  }
}
