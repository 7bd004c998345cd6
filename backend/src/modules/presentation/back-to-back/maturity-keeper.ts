import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../../platform/events/event-delivery';
import { BackToBackService } from '../../financials/back-to-back/back-to-back.service';
import { HouseBank } from '../../financials/back-to-back/house-bank';
import { daysOfHouse } from '../../planning/calendar/banks';
import { CalendarsRepository } from '../../planning/calendar/calendars.repository';

const OF_CALENDARS = ['created', 'updated', 'deleted', 'restored'].map((deed) => `calendar.${deed}`);

/** When back-to-back LCs mature, by the days on which our bank works. Safe to run twice. */
@Injectable()
export class MaturityKeeper implements OnModuleInit {
  constructor(
    private readonly bank: HouseBank,
    private readonly backToBacks: BackToBackService,
    private readonly calendars: CalendarsRepository,
  ) {}

  onModuleInit(): void {
    this.bank.register(async (bank) => daysOfHouse(bank, await this.calendars.all()));
  }

  /** Our bank works on other days, or is another one. */
  @OnDomainEvent(...OF_CALENDARS, 'proforma_settings.updated')
  async bankMoved(_event: DomainEventRow): Promise<void> {
    await this.backToBacks.reckonAll();
  }
}
