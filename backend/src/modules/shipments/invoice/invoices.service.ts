import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Numbers } from '../../../platform/database/numbers';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { amountText, sumMoney } from '../../../platform/values/money';
import { unitWord } from '../../../platform/values/words';
import { today } from '../../../platform/values/day';
import { momentOn, pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import type { User } from '../../auth/users/user.entity';
import { Letterheads } from '../../orders/letterhead';
import { goodsOf, labelOf, moneyOf, priceOf, type LinePrice } from '../cargo/cargo';
import { CargoRepository, type CargoLine } from '../cargo/cargo.repository';
import { ShipmentsRepository } from '../shipments.repository';
import { CommercialInvoice, CommercialInvoiceLine } from './commercial-invoice.entity';
import { InvoiceStands, LinesUnpriced, NothingToInvoice, SeveralCurrencies } from './commercial-invoice.errors';
import { CommercialInvoiceCancelled, CommercialInvoiceIssued } from './commercial-invoice.events';
import type { CancelInvoiceDto, IssueInvoiceDto } from './invoices.dto';
import { InvoicesRepository, type InvoiceTotal } from './invoices.repository';

/** Commercial invoices: written from what goes, numbered without gaps, never changed. */
@Injectable()
export class InvoicesService {
  constructor(
    private readonly invoices: InvoicesRepository,
    private readonly shipments: ShipmentsRepository,
    private readonly cargo: CargoRepository,
    private readonly letterheads: Letterheads,
    private readonly numbers: Numbers,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws ResourceNotFound 404, GoesWithOthers 403 */
  async list(shipmentId: string, actor: Actor): Promise<CommercialInvoice[]> {
    await this.shipments.getWhole(shipmentId, actor);
    return this.invoices.ofShipment(shipmentId);
  }

  /** Over all shipments. */
  search(asked: ListQuery, actor: Actor): Promise<Page<CommercialInvoice>> {
    return this.invoices.list(asked, actor);
  }

  totals(asked: ListQuery, actor: Actor): Promise<InvoiceTotal[]> {
    return this.invoices.totals(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<CommercialInvoice> {
    return this.invoices.get(id, actor);
  }

  /** @throws GoesWithOthers 403, InvoiceStands 409, NothingToInvoice 422, LinesUnpriced 422, SeveralCurrencies 422, InvalidInput 400 for a day to come */
  issue(shipmentId: string, body: IssueInvoiceDto, actor: Actor): Promise<CommercialInvoice> {
    return this.transaction.run(async () => {
      const shipment = await this.shipments.getWholeForUpdate(shipmentId, actor);
      const stands = await this.invoices.findIssued(shipmentId);
      if (stands) throw new InvoiceStands(stands.invoiceNumber);
      const goes = await this.cargo.linesOf(shipmentId);
      const { amount, currency } = totalOf(goes);
      const day = today(this.config.TZ_HOUSE);
      const issueDate = pastDay('issueDate', body.issueDate, day);
      const invoice = Object.assign(new CommercialInvoice(), {
        ...{ shipment, shipmentId, status: 'issued' as const, amount, currency, issueDate },
        ...{ incoterm: shipment.incoterm, incotermPlace: shipment.incotermPlace },
        ...(await this.letterheads.get()),
        orderNumbers: [...new Set(goes.map(({ orderNumber }) => orderNumber))],
        buyer: body.buyer ?? shipment.orders[0]?.customerName,
        notes: body.notes ?? null,
        createdById: actor.id,
        createdBy: { id: actor.id, fullName: actor.fullName } as User,
        invoiceNumber: `CI-${String(await this.numbers.next('commercial_invoice')).padStart(5, '0')}`,
      });
      const lines = goes.map((line, index) => lineOf(line, invoice, index));
      await this.invoices.insert(invoice);
      await this.invoices.insertLines(lines);
      invoice.lines = lines;
      const told = changesBetween(new CommercialInvoice(), invoice, [
        'invoiceNumber',
        'issueDate',
        'amount',
        'currency',
      ]);
      await this.outbox.record(
        new CommercialInvoiceIssued(subject(invoice), actor, { ...told, ...named(invoice) }, momentOn(issueDate, day)),
      );
      return invoice;
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412, IllegalTransition 409 */
  cancel(id: string, { reason }: CancelInvoiceDto, actor: Actor, expected?: number): Promise<CommercialInvoice> {
    return this.transaction.run(async () => {
      const invoice = await this.invoices.getForUpdate(id, actor, expected);
      const before = { status: invoice.status };
      invoice.cancel(reason);
      await this.invoices.save(invoice);
      const after = { status: invoice.status };
      await this.outbox.record(
        new CommercialInvoiceCancelled(subject(invoice), actor, { before, after, reason, ...named(invoice) }),
      );
      return invoice;
    });
  }
}

/** @throws NothingToInvoice 422, LinesUnpriced 422, SeveralCurrencies 422 */
function totalOf(lines: readonly CargoLine[]) {
  const unpriced = lines.filter((line) => !priceOf(line));
  if (unpriced.length)
    throw new LinesUnpriced(unpriced.map((line) => `${labelOf(line)} (per ${unitWord(line.unit).replace(/s$/, '')})`));
  const totals = sumMoney(lines.flatMap((line) => moneyOf(line) ?? []));
  const [total, ...others] = totals;
  if (!total) throw new NothingToInvoice();
  if (others.length) throw new SeveralCurrencies(totals.map(({ currency }) => currency));
  return total;
}

function lineOf(line: CargoLine, { id, currency }: CommercialInvoice, sequenceNumber: number): CommercialInvoiceLine {
  const { price, source, agreed } = priceOf(line) as LinePrice; // none is without: totalOf looked
  return Object.assign(new CommercialInvoiceLine(), {
    ...{ invoiceId: id, sequenceNumber, orderLineId: line.orderLineId, description: goodsOf(line) },
    ...{
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: price,
      priceFrom: source,
      piNumber: agreed?.paper ?? null,
    },
    amount: amountText(moneyOf(line)?.amount ?? 0, currency),
  });
}

/** What people call an invoice by, and what it is about. */
const named = ({ invoiceNumber, amount, currency }: CommercialInvoice) => ({ invoiceNumber, amount, currency });

const subject = ({ id, rowVersion, shipment }: CommercialInvoice): EventSubject => ({
  ...{ id, rowVersion, orderId: shipment?.orderId },
});
