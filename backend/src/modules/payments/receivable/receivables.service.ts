import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { InvalidInput, ResourceNotFound } from '../../../platform/errors/domain-error';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { today } from '../../../platform/values/day';
import { pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import { CreditTermsService } from '../../financials/letter-of-credit/credit-terms.service';
import { NoSuchReference } from '../../orders/orders.errors';
import type { PaymentMatch } from '../payment/payment.entity';
import { PaymentMatches } from '../payment/payment-matches.repository';
import type { Receivable } from './receivable.entity';
import { SaidOfDrawing } from './receivable.errors';
import { ReceivableTermsChanged } from './receivable.events';
import { ReceivableKeeper } from './receivable-keeper';
import type { UpdateReceivableDto } from './receivables.dto';
import { ReceivablesRepository, type Ageing } from './receivables.repository';
import { TENOR_STARTS, type Due } from './terms';

/** What a bank says of documents. */
const SAID = ['presentedOn', 'acceptedOn', 'maturesOn'] as const;
const TOLD = [
  ...(['method', 'tenorDays', 'tenorFrom', 'letterOfCreditId', 'drawingId'] as const),
  ...SAID,
  ...(['bankReference', 'notes'] as const),
] as const;

export interface ReceivableDetail {
  receivable: Receivable;
  due: Due;
  parts: PaymentMatch[];
}

/** What buyers owe for what was shipped: how it is paid, by when, what came of it. */
@Injectable()
export class ReceivablesService {
  constructor(
    private readonly receivables: ReceivablesRepository,
    private readonly matches: PaymentMatches,
    private readonly keeper: ReceivableKeeper,
    private readonly creditTerms: CreditTermsService,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<Receivable>> {
    return this.receivables.list(asked, actor);
  }

  ageing(asked: ListQuery, actor: Actor): Promise<Ageing[]> {
    return this.receivables.ageing(asked, actor, this.today());
  }

  /** Three statements: the row, the parts, the bank's calendar. @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<ReceivableDetail> {
    return this.detail(await this.receivables.get(id, actor));
  }

  /**
   * Says how it is paid, and how far its documents are.
   * @throws ResourceNotFound 404, NoSuchReference 400, TenorUnfit 400, SaidOfDrawing 400, InvalidInput 400 for a day to come, StaleVersion 412
   */
  update(id: string, body: UpdateReceivableDto, actor: Actor, expected?: number): Promise<ReceivableDetail> {
    return this.transaction.run(async () => {
      const row = await this.receivables.getForUpdate(id, actor, expected);
      const before = { ...row };
      for (const field of ['presentedOn', 'acceptedOn'] as const)
        if (body[field]) pastDay(field, body[field], this.today());
      if (body.method !== undefined && body.method !== row.method) row.tenorFrom = null;
      Object.assign(row, await this.tenorOfCredit(row, body, actor), body);
      row.settleTerms();
      if (row.letterOfCreditId !== before.letterOfCreditId) row.forgetDocuments(body);
      await this.refuseOtherDrawing(row);
      const changes = changesBetween<Partial<Receivable>>(before, row, TOLD);
      if (isUnchanged(changes)) return this.detail(await this.receivables.get(id, actor));
      await this.keeper.reckon([row]);
      if (row.letterOfCreditId) refuseOtherDays(row, body);
      await this.outbox.record(
        new ReceivableTermsChanged({ id, rowVersion: row.rowVersion, orderId: row.orderId }, actor, {
          ...changes,
          invoiceNumber: row.invoiceNumber,
        }),
      );
      return this.detail(await this.receivables.get(id, actor));
    });
  }

  /** What an LC says of its tenor, where it is put on this one. @throws NoSuchReference 400 for an LC that the order is not on */
  private async tenorOfCredit(
    row: Receivable,
    { letterOfCreditId, method = row.method }: UpdateReceivableDto,
    actor: Actor,
  ): Promise<Partial<Receivable>> {
    if (!letterOfCreditId || letterOfCreditId === row.letterOfCreditId) return {};
    if (method !== 'lc') throw new InvalidInput({ letterOfCreditId: ['Only what is paid under an LC names one.'] });
    const { credit, terms } = await this.read(letterOfCreditId, actor);
    if (!credit.facts.orders.some(({ id }) => id === row.orderId)) throw noSuchCredit();
    const { tenor } = terms;
    const tenorFrom = TENOR_STARTS.find((start) => start === tenor?.from);
    return tenor && tenorFrom ? { tenorDays: tenor.days, tenorFrom } : {};
  }

  /** @throws NoSuchReference 400 for a drawing of another LC */
  private async refuseOtherDrawing(row: Receivable): Promise<void> {
    if (!row.drawingId || (await this.receivables.isUnder(row.drawingId, row.letterOfCreditId))) return;
    throw new NoSuchReference('drawingId', 'drawing under this LC');
  }

  private async read(letterOfCreditId: string, actor: Actor) {
    try {
      return await this.creditTerms.get(letterOfCreditId, actor);
    } catch (error) {
      throw error instanceof ResourceNotFound ? noSuchCredit() : error;
    }
  }

  private async detail(receivable: Receivable): Promise<ReceivableDetail> {
    const parts = await this.matches.ofReceivable(receivable.id);
    return { receivable, due: await this.keeper.due(receivable), parts };
  }

  private today(): string {
    return today(this.config.TZ_HOUSE);
  }
}

const noSuchCredit = () => new NoSuchReference('letterOfCreditId', 'LC that the order is on');

/** Under an LC they are said once, with the drawing. @throws SaidOfDrawing 400 */
function refuseOtherDays(row: Receivable, body: UpdateReceivableDto): void {
  const other = SAID.filter((field) => body[field] !== undefined && body[field] !== row[field]);
  if (other.length) throw new SaidOfDrawing(other);
}
