import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../../platform/database/transaction';
import { changesBetween } from '../../../../platform/events/domain-event';
import { Outbox } from '../../../../platform/events/outbox';
import { ResourceNotFound } from '../../../../platform/errors/domain-error';
import type { Actor } from '../../../auth/access/actor';
import { scopeOf, type Capability } from '../../../auth/access/capabilities';
import { User } from '../../../auth/users/user.entity';
import { PersonDto } from '../../../orders/order/orders.dto';
import { LetterOfCredit } from '../../letter-of-credit/letter-of-credit.entity';
import { signed } from '../authorship';
import { contentOf, differencesBetween, type InvoiceContent } from '../differences';
import type { ProformaInvoice } from '../proforma-invoice.entity';
import {
  ProformaInvoiceApproved,
  ProformaInvoiceReturned,
  ProformaInvoiceReviewAsked,
} from '../proforma-invoice.events';
import { ProformaInvoicesRepository } from '../proforma-invoices.repository';
import { ProformaSettingsRepository } from '../settings/proforma-settings.repository';
import type { InvoiceDifferenceDto, ProformaDifferenceDto, ProformaReviewDto } from './review.dto';
import { checksOf } from './review.rules';

type Reviewed = typeof ProformaInvoiceApproved | typeof ProformaInvoiceReturned | typeof ProformaInvoiceReviewAsked;

/** A manager's look at what goes out: what changed since the last approval, and a decision. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly invoices: ProformaInvoicesRepository,
    private readonly settings: ProformaSettingsRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  /** @throws ResourceNotFound 404 */
  async of(id: string, actor: Actor): Promise<ProformaReviewDto> {
    const invoice = await this.invoices.get(id, actor);
    const amount = (await this.settings.get()).thresholdIn(invoice.currency);
    const approved = await this.invoices.lastApproved(invoice);
    const wroteIt = await this.invoices.isWrittenBy(id, actor.id);
    const before = approved && (approved.approvedContent ?? contentOf(approved));
    const after = contentOf(invoice);
    return {
      state: invoice.review,
      needed: invoice.status === 'draft' && invoice.needsReview(amount),
      threshold: amount === null ? null : { amount, currency: invoice.currency },
      mayDecide: this.awaits(invoice) && !wroteIt && scopeOf(actor.role, 'proforma_invoice.review') !== null,
      wroteIt,
      since: approved && {
        ...compared(approved),
        by: PersonDto.from(approved.approvedContent ? approved.reviewedBy : approved.confirmedBy),
        at: approvedAt(approved)?.toISOString() ?? null,
      },
      differences: before && approved ? await this.signed(invoice, before, after, since(invoice, approved)) : [],
      marginBefore: before?.margin ?? null,
      margin: after.margin,
      checks: checksOf(invoice, await this.creditsOf(invoice)),
    };
  }

  /** @param sinceId another PI of its order; left out, the version before it  @throws ResourceNotFound 404 */
  async difference(id: string, sinceId: string | undefined, actor: Actor): Promise<ProformaDifferenceDto> {
    const invoice = await this.invoices.get(id, actor);
    const since = sinceId
      ? await this.invoices.findOfOrder(sinceId, invoice.orderId)
      : await this.invoices.findBefore(invoice);
    if (sinceId && !since) throw new ResourceNotFound('proforma invoice');
    return {
      since: since && compared(since),
      differences: since ? await this.signed(invoice, contentOf(since), contentOf(invoice), null) : [],
    };
  }

  /** @throws ResourceNotFound 404, ReviewClosed 409, StaleVersion 412 */
  ask(id: string, actor: Actor, expected?: number): Promise<ProformaInvoice> {
    return this.move(id, actor, 'proforma_invoice.write', expected, ProformaInvoiceReviewAsked, (invoice) =>
      invoice.askForReview(),
    );
  }

  /** @throws ResourceNotFound 404, WroteItThemselves 403, ReviewClosed 409, StaleVersion 412 */
  async approve(id: string, actor: Actor, expected?: number): Promise<ProformaInvoice> {
    return this.move(id, actor, 'proforma_invoice.review', expected, ProformaInvoiceApproved, (invoice, wrote) =>
      invoice.approve(personOf(actor), wrote, contentOf(invoice), new Date()),
    );
  }

  /** @throws ResourceNotFound 404, WroteItThemselves 403, ReviewClosed 409, StaleVersion 412 */
  async giveBack(id: string, reason: string, actor: Actor, expected?: number): Promise<ProformaInvoice> {
    return this.move(id, actor, 'proforma_invoice.review', expected, ProformaInvoiceReturned, (invoice, wrote) =>
      invoice.giveBack(personOf(actor), wrote, reason, new Date()),
    );
  }

  /** @param after when what it is compared with was approved, where that is the PI itself */
  private async signed(
    { id }: ProformaInvoice,
    before: InvoiceContent,
    now: InvoiceContent,
    after: Date | null,
  ): Promise<InvoiceDifferenceDto[]> {
    const writings = await this.invoices.writingsOf(id, after);
    return signed(differencesBetween(before, now), writings).map(({ key: _, ...difference }) => ({
      ...difference,
      at: difference.at?.toISOString() ?? null,
    }));
  }

  private awaits = ({ status, review }: ProformaInvoice): boolean => status === 'draft' && review === 'pending';

  private creditsOf({ orderId }: ProformaInvoice): Promise<LetterOfCredit[]> {
    return this.transaction.manager
      .createQueryBuilder(LetterOfCredit, 'credit')
      .where(
        `credit.status <> 'expired' AND credit.id IN (
          SELECT x.letter_of_credit_id FROM letter_of_credit_orders x WHERE x.order_id = :orderId)`,
        { orderId },
      )
      .orderBy('credit.createdAt')
      .take(50)
      .getMany();
  }

  private move(
    id: string,
    actor: Actor,
    capability: Capability,
    expected: number | undefined,
    Event: Reviewed,
    apply: (invoice: ProformaInvoice, wrote: boolean) => void,
  ): Promise<ProformaInvoice> {
    return this.transaction.run(async () => {
      const invoice = await this.invoices.getForUpdate(id, actor, capability, expected);
      const before = { ...invoice };
      apply(invoice, await this.invoices.isWrittenBy(id, actor.id));
      await this.invoices.save(invoice);
      const { piNumber, rowVersion, orderId, amount, currency, reviewReason: reason } = invoice;
      await this.outbox.record(
        new Event({ id, rowVersion, orderId }, actor, {
          ...changesBetween(before, invoice, ['review', 'reviewedById', 'reviewedAt']),
          ...{ piNumber, amount, currency },
          ...(reason ? { reason } : {}),
        }),
      );
      return invoice;
    });
  }
}

const approvedAt = ({ approvedContent, reviewedAt, confirmedAt }: ProformaInvoice): Date | null =>
  approvedContent ? reviewedAt : confirmedAt;

/** From when on a PI was written otherwise than it was approved; null where an earlier one was. */
const since = ({ id }: ProformaInvoice, approved: ProformaInvoice): Date | null =>
  approved.id === id ? approvedAt(approved) : null;

const compared = ({ id, piNumber, version }: ProformaInvoice) => ({ id, piNumber, version });

const personOf = (actor: Actor): User => Object.assign(new User(), { id: actor.id, fullName: actor.fullName });
