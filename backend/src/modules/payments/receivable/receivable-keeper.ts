import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../../platform/events/event-delivery';
import { CreditTermsService } from '../../financials/letter-of-credit/credit-terms.service';
import type { CreditBanks } from '../../financials/letter-of-credit/ucp/clocks';
import { NO_TERMS } from '../../financials/letter-of-credit/terms';
import { banksOf } from '../../planning/calendar/banks';
import { CalendarsRepository } from '../../planning/calendar/calendars.repository';
import { Receivable, type Standing } from './receivable.entity';
import { ReceivablesRepository } from './receivables.repository';
import { dueOf, type Due } from './terms';

/** What of an LC moves the days of what is paid under it: its bank, and what that said. */
const OF_CREDIT = [
  ...['updated', 'terms_read', 'terms_changed', 'amended'],
  ...['drawing_recorded', 'drawing_updated', 'drawing_removed'],
].map((deed) => `letter_of_credit.${deed}`);
const OF_SHIPMENT = ['updated', 'departed', 'delivered', 'returned', 'restored'].map((deed) => `shipment.${deed}`);

/** Keeps what is owed for each shipment as its invoice, its days and the money that came say. Safe to run twice. */
@Injectable()
export class ReceivableKeeper {
  constructor(
    private readonly receivables: ReceivablesRepository,
    private readonly calendars: CalendarsRepository,
    private readonly creditTerms: CreditTermsService,
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

  @OnDomainEvent(...OF_CREDIT)
  async creditMoved({ subjectId }: DomainEventRow): Promise<void> {
    await this.reckon(await this.receivables.lockUnder(subjectId));
  }

  /** Rows that the caller has locked, each as it stands now. */
  async reckon(rows: readonly Receivable[]): Promise<void> {
    for (const row of rows) {
      const standing = await this.receivables.standing(row.shipmentId);
      if (standing) await this.settle(row, standing);
      await this.receivables.save(row);
    }
  }

  /** By when it is to be paid, and why. */
  async due(row: Receivable): Promise<Due> {
    return dueOf(row, await this.banks(row));
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
    await this.settle(owed, standing);
    await this.receivables.insert(owed);
  }

  /** As its invoice, its shipment, the money that came and the drawing of its documents stand, and when it is due by them. */
  private async settle(row: Receivable, standing: Standing): Promise<void> {
    row.stand(standing);
    if (row.letterOfCreditId) row.takeDrawing(await this.receivables.drawingOf(row));
    row.fallDue(await this.banks(row));
  }

  /** Of the LC it is paid under; without one, banks in general. */
  private async banks({ letterOfCreditId }: Receivable): Promise<CreditBanks> {
    const terms = letterOfCreditId ? await this.creditTerms.find(letterOfCreditId) : null;
    return banksOf(terms ?? NO_TERMS, await this.calendars.all());
  }
}
