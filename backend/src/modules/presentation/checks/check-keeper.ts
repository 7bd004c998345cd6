import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../../platform/events/event-delivery';
import { Jobs } from '../../../platform/jobs/jobs';
import { inPieces } from '../../../platform/jobs/pieces';
import { CreditTermsService } from '../../financials/letter-of-credit/credit-terms.service';
import { FindingsService } from '../findings/findings.service';
import { countOf } from '../waivers/waivers';
import { ChecksRepository } from './checks.repository';

const QUEUE = 'credit-checks';

/** LCs of one transaction. */
const AT_ONCE = 50;

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
  constructor(
    private readonly checks: ChecksRepository,
    private readonly terms: CreditTermsService,
    private readonly findings: FindingsService,
    private readonly transaction: Transaction,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.scheduled(QUEUE, '*/15 * * * *', async () => void (await this.keepRest()));
    if (this.config.PROVABOOK_ROLE !== 'api') await this.soon('start');
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
  async keepRest(): Promise<number> {
    const { done, left } = await inPieces(
      (after) => this.checks.unchecked(after, AT_ONCE),
      (ids) =>
        this.transaction.run(async () => {
          for (const id of ids) await this.keep(id);
        }),
    );
    if (left) await this.soon('rest');
    return done;
  }

  private soon(key: string): Promise<void> {
    return this.transaction.run(() => this.jobs.send(QUEUE, {}, { key, seconds: 2 }));
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
