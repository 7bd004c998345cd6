import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../../platform/events/event-delivery';
import { Upkeep, type Kept } from '../../../platform/jobs/upkeep';
import { CreditTermsService } from '../../financials/letter-of-credit/credit-terms.service';
import { FindingsService } from '../findings/findings.service';
import { countOf } from '../waivers/waivers';
import { ChecksRepository } from './checks.repository';

/** What an LC says may be otherwise after. */
const OF_CREDIT = [
  ...['recorded', 'updated', 'restored', 'reopened', 'terms_read', 'terms_changed', 'amended'],
  ...['order_added', 'order_removed', 'invoice_added', 'invoice_removed'],
  ...['finding_waived', 'finding_waiver_taken_back'],
].map((deed) => `letter_of_credit.${deed}`);

/** What it is held against may be otherwise after. What plans forecast follows on its own time: see `keepRest`. */
const OF_ORDER = [
  ...['raised', 'updated', 'cancelled', 'deleted', 'restored'].map((deed) => `proforma_invoice.${deed}`),
  ...['updated', 'revised', 'restored'].map((deed) => `order.${deed}`),
  ...['updated', 'deleted', 'restored'].map((deed) => `style.${deed}`),
  ...['added', 'updated', 'revised', 'split', 'deleted', 'restored', 'status_changed'].map((deed) => `line.${deed}`),
];

/** Checks LCs when they come and when something moves, and keeps how many findings there are. Safe to run twice. */
@Injectable()
export class CheckKeeper implements OnApplicationBootstrap {
  private readonly kept: Kept = {
    queue: 'credit-checks',
    missing: (after, limit) => this.checks.unchecked(after, limit),
    keep: (id) => this.keep(id),
  };

  constructor(
    private readonly checks: ChecksRepository,
    private readonly terms: CreditTermsService,
    private readonly findings: FindingsService,
    private readonly upkeep: Upkeep,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.upkeep.begin(this.kept);
  }

  @OnDomainEvent(...OF_CREDIT)
  async creditMoved({ subjectId }: DomainEventRow): Promise<void> {
    await this.keep(subjectId);
  }

  @OnDomainEvent(...OF_ORDER)
  async orderMoved({ orderId }: DomainEventRow): Promise<void> {
    if (!orderId) return;
    for (const id of await this.checks.ofOrder(orderId)) await this.keep(id);
  }

  /** LCs that were not checked since a plan moved, and those of a house that was there before. @returns how many */
  keepRest(): Promise<number> {
    return this.upkeep.keepRest(this.kept);
  }

  /** With all that the house knows: what a merchandiser sees of it may be less. */
  private async keep(letterOfCreditId: string): Promise<void> {
    const checkedAt = new Date();
    const terms = await this.terms.lock(letterOfCreditId);
    if (!terms) return;
    const findings = await this.findings.ofHouse(letterOfCreditId, terms);
    await this.checks.put({
      ...{ letterOfCreditId, checkedAt, isRead: terms.goods.length > 0 || terms.documents.length > 0 },
      ...{ discrepancies: countOf(findings, 'discrepancy'), risks: countOf(findings, 'risk') },
    });
  }
}
