import { Inject, Injectable } from '@nestjs/common';
import Decimal from 'decimal.js';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { InvalidInput } from '../../../platform/errors/domain-error';
import { changesBetween, isUnchanged, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { today } from '../../../platform/values/day';
import { amountText } from '../../../platform/values/money';
import { momentOn, pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import { refuseFraction } from '../../financials/amounts';
import { OrderReferences } from '../../orders/order-references';
import type { Receivable } from '../receivable/receivable.entity';
import { ReceivableKeeper } from '../receivable/receivable-keeper';
import { ReceivablesRepository } from '../receivable/receivables.repository';
import { AnotherCurrency, NothingInvoiced, PaidTooMuch } from './payment.errors';
import { Payment, PaymentMatch } from './payment.entity';
import { PaymentDeleted, PaymentMatched, PaymentRecorded, PaymentRestored, PaymentUpdated } from './payment.events';
import { PaymentMatches } from './payment-matches.repository';
import type { MatchDto, RecordPaymentDto, UpdatePaymentDto } from './payments.dto';
import { PaymentsRepository } from './payments.repository';

const WRITTEN = ['amount', 'charges', 'currency', 'receivedOn', 'method', 'payer', 'reference', 'notes'] as const;

export interface PaymentDetail {
  payment: Payment;
  matches: PaymentMatch[];
}

/** Money that came from buyers, and the invoices it settles. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly matches: PaymentMatches,
    private readonly receivables: ReceivablesRepository,
    private readonly keeper: ReceivableKeeper,
    private readonly references: OrderReferences,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<Payment>> {
    return this.payments.list(asked, actor);
  }

  /** Two statements. @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<PaymentDetail> {
    return { payment: await this.payments.get(id, actor), matches: await this.matches.ofPayment(id) };
  }

  /**
   * @throws NoSuchReference 400, InvalidInput 400, FractionOfCurrency 422, MatchedTooMuch 422, PaidTooMuch 422, AnotherCurrency 422,
   * NothingInvoiced 422
   */
  record({ matches = [], ...body }: RecordPaymentDto, actor: Actor): Promise<PaymentDetail> {
    return this.transaction.run(async () => {
      const order = await this.references.lockOrder(body.orderId, actor, 'payment.write');
      const day = this.today();
      const payment = Object.assign(new Payment(), {
        currency: order.currency,
        charges: '0',
        payer: order.customerName,
        ...body,
        receivedOn: pastDay('receivedOn', body.receivedOn, day),
        matched: '0',
        createdById: actor.id,
      });
      refuseFractions(payment);
      await this.payments.insert(payment);
      const told = changesBetween<Partial<Payment>>({}, written(payment), WRITTEN);
      const at = momentOn(payment.receivedOn, day);
      await this.outbox.record(new PaymentRecorded(subject(payment), actor, told, at));
      if (matches.length) await this.put(payment, matches, actor);
      return this.get(payment.id, actor);
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412, InvalidInput 400, FractionOfCurrency 422, MatchedTooMuch 422, AnotherCurrency 422 */
  update(id: string, body: UpdatePaymentDto, actor: Actor, expected?: number): Promise<PaymentDetail> {
    return this.transaction.run(async () => {
      const payment = await this.payments.getForUpdate(id, actor, expected);
      const before = written(payment);
      const parts = await this.matches.ofPayment(id);
      const [first] = parts;
      if (first && body.currency && body.currency !== payment.currency)
        throw new AnotherCurrency(first.receivable.invoiceNumber, {
          payment: body.currency,
          invoice: payment.currency,
        });
      if (body.receivedOn) pastDay('receivedOn', body.receivedOn, this.today());
      Object.assign(payment, body);
      refuseFractions(payment);
      payment.refuseTooMuch();
      const changes = changesBetween(before, written(payment), WRITTEN);
      if (isUnchanged(changes)) return { payment, matches: parts };
      await this.payments.save(payment);
      await this.outbox.record(new PaymentUpdated(subject(payment), actor, { ...changes, ...named(payment) }));
      return { payment, matches: parts };
    });
  }

  /**
   * What of a payment goes to which invoice, as a whole.
   * @throws ResourceNotFound 404, StaleVersion 412, InvalidInput 400, MatchedTooMuch 422, PaidTooMuch 422, AnotherCurrency 422, NothingInvoiced 422
   */
  match(id: string, matches: readonly MatchDto[], actor: Actor, expected?: number): Promise<PaymentDetail> {
    return this.transaction.run(async () => {
      const payment = await this.payments.getForUpdate(id, actor, expected);
      await this.put(payment, matches, actor);
      return this.get(id, actor);
    });
  }

  /** It was recorded by mistake: the invoices wait for their money again. @throws ResourceNotFound 404, StaleVersion 412 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const payment = await this.payments.getForUpdate(id, actor, expected);
      await this.payments.trash(payment);
      await this.reckon(await this.matches.ofPayment(id));
      const { after: before } = changesBetween<Partial<Payment>>({}, written(payment), WRITTEN);
      await this.outbox.record(new PaymentDeleted(subject(payment), actor, { before, after: {} }));
    });
  }

  /** From the trash, with what it was matched with. @throws ResourceNotFound 404, PaidTooMuch 422 where others paid meanwhile */
  restore(id: string, actor: Actor): Promise<void> {
    return this.transaction.run(async () => {
      const payment = await this.payments.getTrashed(id, actor);
      await this.payments.restore(payment);
      const rows = await this.reckon(await this.matches.ofPayment(id));
      const overpaid = rows.find(({ outstanding }) => new Decimal(outstanding).isNegative());
      if (overpaid) throw tooMuch(overpaid, '0');
      await this.outbox.record(new PaymentRestored(subject(payment), actor, { before: {}, ...named(payment) }));
    });
  }

  private async put(payment: Payment, wanted: readonly MatchDto[], actor: Actor): Promise<void> {
    const former = await this.matches.ofPayment(payment.id);
    const known = new Map(former.map((part) => [part.receivableId, part]));
    const added = wanted.map(({ receivableId }) => receivableId).filter((id) => !known.has(id));
    refuseTwice(wanted);
    const seen = await this.receivables.seen(added, actor);
    wanted.forEach(({ receivableId }, index) => {
      if (!known.has(receivableId) && !seen.has(receivableId))
        throw new InvalidInput({ [`matches.${index}.receivableId`]: ['There is no such invoice to be paid.'] });
    });
    const rows = await this.receivables.lockAll([...known.keys(), ...added]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const { receivableId, amount } of wanted)
      refuseUnfit(payment, byId.get(receivableId) as Receivable, amount, known.get(receivableId)?.amount ?? '0');
    const parts = wanted.map(({ receivableId, amount }) =>
      Object.assign(new PaymentMatch(), { paymentId: payment.id, receivableId, amount }),
    );
    const before = { matches: former.map(({ receivableId, amount }) => ({ receivableId, amount })) };
    const after = { matches: parts.map(({ receivableId, amount }) => ({ receivableId, amount })) };
    payment.matched = Decimal.sum(0, ...wanted.map(({ amount }) => amount)).toFixed();
    payment.refuseTooMuch();
    await this.matches.put(payment.id, parts);
    await this.payments.save(payment);
    await this.keeper.reckon(rows);
    const invoices = wanted.map(({ receivableId }) => byId.get(receivableId)?.invoiceNumber);
    await this.outbox.record(
      new PaymentMatched(subject(payment), actor, { before, after, invoices, ...named(payment) }),
    );
  }

  private async reckon(parts: readonly PaymentMatch[]): Promise<Receivable[]> {
    const rows = await this.receivables.lockAll(parts.map(({ receivableId }) => receivableId));
    await this.keeper.reckon(rows);
    return rows;
  }

  private today(): string {
    return today(this.config.TZ_HOUSE);
  }
}

/** @throws FractionOfCurrency 422 */
function refuseFractions({ amount, charges, currency }: Payment): void {
  refuseFraction({ amount, currency });
  refuseFraction({ amount: charges, currency });
}

/** @throws InvalidInput 400 */
function refuseTwice(wanted: readonly MatchDto[]): void {
  wanted.forEach(({ receivableId }, index) => {
    if (wanted.findIndex((each) => each.receivableId === receivableId) < index)
      throw new InvalidInput({ [`matches.${index}.receivableId`]: ['This invoice stands here already.'] });
  });
}

/** @param former what of the payment went to it before  @throws NothingInvoiced 422, AnotherCurrency 422, FractionOfCurrency 422, PaidTooMuch 422 */
function refuseUnfit(payment: Payment, row: Receivable, amount: string, former: string): void {
  if (new Decimal(amount).lte(former)) return; // less than before is always right
  if (!row.invoiceId) throw new NothingInvoiced(row.invoiceNumber);
  if (row.currency !== payment.currency)
    throw new AnotherCurrency(row.invoiceNumber, { payment: payment.currency, invoice: row.currency });
  refuseFraction({ amount, currency: payment.currency });
  if (new Decimal(row.outstanding).plus(former).lt(amount)) throw tooMuch(row, former);
}

const tooMuch = ({ invoiceNumber, outstanding, currency }: Receivable, former: string) =>
  new PaidTooMuch(invoiceNumber, { amount: Decimal.max(0, new Decimal(outstanding).plus(former)).toFixed(), currency });

const written = (payment: Payment): Payment =>
  Object.assign(new Payment(), payment, {
    amount: amountText(payment.amount, payment.currency),
    charges: amountText(payment.charges, payment.currency),
  });

/** What people call a payment by. */
const named = ({ amount, currency, reference, payer }: Payment) => ({
  amount: amountText(amount, currency),
  ...{ currency, reference, payer },
});

const subject = ({ id, rowVersion, orderId }: Payment): EventSubject => ({ id, rowVersion, orderId });
