import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../../platform/events/event-delivery';
import type { BankingDays } from '../../financials/letter-of-credit/ucp/clocks';
import { calendarFor } from '../../planning/calendar/calendar.rules';
import { CalendarsRepository } from '../../planning/calendar/calendars.repository';
import { isWorkingDay } from '../../planning/calendar/working-calendar';
import { Receivable } from './receivable.entity';
import { ReceivablesRepository } from './receivables.repository';
import { dueOf, type Due } from './terms';

const OF_SHIPMENT = ['updated', 'departed', 'delivered', 'returned', 'restored'].map((deed) => `shipment.${deed}`);

/** Keeps what is owed for each shipment as its invoice, its days and the money that came say. Safe to run twice. */
@Injectable()
export class ReceivableKeeper {
  constructor(
    private readonly receivables: ReceivablesRepository,
    private readonly calendars: CalendarsRepository,
  ) {}

  @OnDomainEvent('commercial_invoice.issued', 'commercial_invoice.cancelled')
  async invoiced({ subjectId }: DomainEventRow): Promise<void> {
    const shipmentId = await this.receivables.shipmentOf(subjectId);
    if (shipmentId) await this.keep(shipmentId);
  }

  @OnDomainEvent(...OF_SHIPMENT)
  async moved({ subjectId }: DomainEventRow): Promise<void> {
    await this.keep(subjectId);
  }

  /** Rows that the caller has locked, each as it stands now. */
  async reckon(rows: readonly Receivable[]): Promise<void> {
    const bank = await this.bank();
    for (const row of rows) {
      const standing = await this.receivables.standing(row.shipmentId);
      if (standing) row.stand(standing, bank);
      await this.receivables.save(row);
    }
  }

  /** By when it is to be paid, and why. */
  async due(row: Receivable): Promise<Due> {
    return dueOf(row, await this.bank());
  }

  /** With the first invoice of a shipment it begins to be owed, on the terms of the order's shipment before. */
  private async keep(shipmentId: string): Promise<void> {
    const row = await this.receivables.lockOf(shipmentId);
    if (row) return this.reckon([row]);
    const standing = await this.receivables.standing(shipmentId);
    if (!standing?.invoiceId) return;
    const before = await this.receivables.lastOfOrder(standing.orderId);
    const { method = null, tenorDays = null, tenorFrom = null, letterOfCreditId = null } = before ?? {};
    const owed = Object.assign(new Receivable(), { shipmentId, method, tenorDays, tenorFrom, letterOfCreditId });
    owed.stand(standing, await this.bank());
    await this.receivables.insert(owed);
  }

  private async bank(): Promise<BankingDays> {
    const calendar = calendarFor('bank', {}, await this.calendars.all());
    return { whose: 'banks', isOpen: (day) => isWorkingDay(calendar, day) };
  }
}
