import { Inject, Injectable } from '@nestjs/common';
import Decimal from 'decimal.js';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Numbers } from '../../../platform/database/numbers';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, isUnchanged, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { AttachmentDto, type FileLinkDto } from '../../../platform/storage/attachment.dto';
import { Attachments } from '../../../platform/storage/attachments';
import type { IncomingFile } from '../../../platform/storage/receives-file';
import { today } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { User } from '../../auth/users/user.entity';
import { LinesRepository } from '../../orders/line/lines.repository';
import type { OrderLine } from '../../orders/line/line.entity';
import type { Order } from '../../orders/order/order.entity';
import { OrderReferences } from '../../orders/order-references';
import { NoSuchReference } from '../../orders/orders.errors';
import { asWritten, houseNumber, refuseFraction } from '../amounts';
import { askedAmount } from './asked-amount';
import { ProformaInvoice } from './proforma-invoice.entity';
import { standingTerms } from './settings/standing-terms';
import { ProformaSettingsRepository } from './settings/proforma-settings.repository';
import { invoiceLines, type Invoiced } from './invoice-lines';
import { writtenLine, type WriteInvoiceLineDto } from './invoice-lines.dto';
import { TERMS } from './invoice-terms';
import { LinesSayTheAmount, NotDraft } from './proforma-invoice.errors';
import {
  ProformaInvoiceCancelled,
  ProformaInvoiceConfirmed,
  ProformaInvoiceDeleted,
  ProformaInvoicePdfAdded,
  ProformaInvoiceRaised,
  ProformaInvoiceRestored,
  ProformaInvoiceSent,
  ProformaInvoiceUpdated,
} from './proforma-invoice.events';
import type { PaperTotal } from '../summary/paper-totals';
import type { CreateProformaInvoiceDto, UpdateProformaInvoiceDto } from './proforma-invoices.dto';
import { fileName, FOLDER } from './proforma-files';
import { ProformaInvoicesRepository } from './proforma-invoices.repository';

const WRITTEN = [
  'amount',
  'currency',
  'issueDate',
  'validUntil',
  'notes',
  ...TERMS,
] as const satisfies readonly (keyof ProformaInvoice)[];
const RAISED = [...WRITTEN, 'piNumber', 'version', 'replacesId', 'status'] as const;
const STEPPED = ['status', 'sentAt', 'confirmedById', 'confirmedAt', 'cancellationReason'] as const;

type Stepped = typeof ProformaInvoiceSent | typeof ProformaInvoiceConfirmed | typeof ProformaInvoiceCancelled;

@Injectable()
export class ProformaInvoicesService {
  constructor(
    private readonly invoices: ProformaInvoicesRepository,
    private readonly references: OrderReferences,
    private readonly lines: LinesRepository,
    private readonly numbers: Numbers,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    private readonly attachments: Attachments,
    private readonly settings: ProformaSettingsRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<ProformaInvoice>> {
    return this.invoices.list(asked, actor);
  }

  totals(asked: ListQuery, actor: Actor): Promise<PaperTotal[]> {
    return this.invoices.totals(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<ProformaInvoice> {
    return this.invoices.get(id, actor);
  }

  /**
   * Raises the next PI of an order, as a draft. The one that it replaces gives way in the same transaction.
   * @throws NoSuchReference 400, AmountNeeded 400, FractionOfCurrency 422
   */
  raise(body: CreateProformaInvoiceDto, actor: Actor): Promise<ProformaInvoice> {
    return this.transaction.run(async () => {
      const { orderId, replacesId, amount: _, currency: __, lines: ___, ...fields } = body;
      const order = await this.references.lockOrder(orderId, actor, 'proforma_invoice.write');
      const { lines, total } = await this.asked(order, body);
      refuseFraction(total);
      const replaced = replacesId ? await this.invoices.findOfOrder(replacesId, orderId) : null;
      if (replacesId && !replaced) throw new NoSuchReference('replacesId', 'PI in this order');

      const issueDate = today(this.config.TZ_HOUSE);
      const invoice = Object.assign(new ProformaInvoice(), {
        ...standingTerms(await this.settings.get(), order, issueDate),
        issueDate,
        ...fields,
        ...total,
        status: 'draft',
        orderId,
        replacesId: replacesId ?? null,
        createdById: actor.id,
        version: await this.invoices.nextVersion(orderId),
        piNumber: houseNumber('PI', await this.numbers.next('proforma_invoice')),
      } satisfies Partial<ProformaInvoice>);
      await this.invoices.insert(invoice);
      await this.invoices.replaceLines(invoice, lines);
      const raised = changesBetween<Partial<ProformaInvoice>>({}, asWritten(invoice), RAISED);
      if (lines.length) raised.after['lines'] = lines.length;
      await this.outbox.record(new ProformaInvoiceRaised(subject(invoice), actor, raised));
      if (replaced?.givesWay)
        await this.step(replaced, actor, ProformaInvoiceCancelled, (old) =>
          old.cancel(`Replaced by ${invoice.piNumber}.`),
        );
      return Object.assign(invoice, { order, replaces: replaced, createdBy: personOf(actor), confirmedBy: null });
    });
  }

  /** Only a draft. @throws ResourceNotFound 404, NotDraft 409, StaleVersion 412, FractionOfCurrency 422 */
  update(id: string, body: UpdateProformaInvoiceDto, actor: Actor, expected?: number): Promise<ProformaInvoice> {
    return this.transaction.run(async () => {
      const invoice = await this.invoices.getForUpdate(id, actor, 'proforma_invoice.write', expected);
      if (invoice.status !== 'draft') throw new NotDraft(invoice.piNumber, invoice.status, 'changed');
      const { lines: written, ...fields } = body;
      const before = asWritten(invoice);
      const linesBefore = (invoice.lines ?? []).map(writtenLine);
      refuseTypedAmount(invoice, body);
      const invoiced = written && (await this.rewritten(invoice, written));

      Object.assign(invoice, fields, invoiced?.total);
      refuseFraction(invoice);
      const changes = changesBetween(before, asWritten(invoice), WRITTEN);
      const lines = changesBetween(
        { lines: linesBefore },
        { lines: (invoiced?.lines ?? invoice.lines ?? []).map(writtenLine) },
        ['lines'],
      );
      if (isUnchanged(changes) && isUnchanged(lines)) return invoice;
      invoice.changed();
      await this.invoices.save(invoice);
      if (invoiced && !isUnchanged(lines)) await this.invoices.replaceLines(invoice, invoiced.lines);
      await this.outbox.record(
        new ProformaInvoiceUpdated(subject(invoice), actor, {
          before: { ...changes.before, ...lines.before },
          after: { ...changes.after, ...lines.after },
          piNumber: invoice.piNumber,
        }),
      );
      return invoice;
    });
  }

  /** What a new PI is for: the lines that were chosen, else an amount that was typed, else every line of the order. */
  private async asked(order: Order, { lines: written, amount, currency }: CreateProformaInvoiceDto): Promise<Invoiced> {
    if (written && amount) throw new LinesSayTheAmount(['amount']);
    const orderLines = await this.lines.ofOrders([order.id]);
    const total = written ? null : askedAmount(order, orderLines, { amount, currency });
    if (total && (amount || !orderLines.length)) return { lines: [], total };
    const chosen =
      written ?? orderLines.flatMap(({ id, currency }) => (currency === total?.currency ? [{ orderLineId: id }] : []));
    const sources = { orderLines: byId(orderLines), offers: await this.invoices.chosenOffers(order.id) };
    return invoiceLines(chosen, { ...sources, standing: new Map() }, total?.currency ?? currency);
  }

  private async rewritten(
    invoice: ProformaInvoice,
    written: readonly WriteInvoiceLineDto[],
  ): Promise<Pick<Invoiced, 'lines'> & Partial<Invoiced>> {
    if (!written.length) return { lines: [] }; // it had none before they were added, and an undo takes them off
    const standing = (invoice.lines ?? []).flatMap((line) =>
      line.orderLineId ? [[line.orderLineId, line] as const] : [],
    );
    return invoiceLines(written, {
      orderLines: byId(await this.lines.ofOrders([invoice.orderId])),
      offers: await this.invoices.chosenOffers(invoice.orderId),
      standing: new Map(standing),
    });
  }

  /** The file of an earlier version stays with its PI. @throws ResourceNotFound 404, NotDraft 409, StaleVersion 412 */
  async attachPdf(id: string, file: IncomingFile, actor: Actor, expected?: number): Promise<ProformaInvoice> {
    const found = await this.invoices.get(id, actor);
    found.refusePdf();
    return this.attachments.keep(`${FOLDER}/${found.orderId}/${fileName(found)}`, file, (pdf) =>
      this.transaction.run(async () => {
        const invoice = await this.invoices.getForUpdate(id, actor, 'proforma_invoice.write', expected);
        const before = { pdf: AttachmentDto.from(invoice.attachment) };
        invoice.attachPdf(pdf);
        await this.invoices.save(invoice);
        const after = { pdf: AttachmentDto.from(pdf) };
        const { piNumber } = invoice;
        await this.outbox.record(new ProformaInvoicePdfAdded(subject(invoice), actor, { before, after, piNumber }));
        return invoice;
      }),
    );
  }

  /** @throws ResourceNotFound 404, NoFileYet 404 */
  async linkToPdf(id: string, actor: Actor): Promise<FileLinkDto> {
    return this.attachments.linkTo((await this.invoices.get(id, actor)).attachment);
  }

  /** A draft goes to the trash and is never purged; its number is not given out again. @throws ResourceNotFound 404, NotDraft 409, StaleVersion 412 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const invoice = await this.invoices.getForUpdate(id, actor, 'proforma_invoice.write', expected);
      if (invoice.status !== 'draft') throw new NotDraft(invoice.piNumber, invoice.status, 'deleted');
      await this.invoices.trash(invoice);
      const { piNumber, version } = invoice;
      await this.outbox.record(
        new ProformaInvoiceDeleted(subject(invoice), actor, { before: { piNumber, version }, after: {}, piNumber }),
      );
    });
  }

  /** A draft comes back from the trash under its number. @throws ResourceNotFound 404 */
  restore(id: string, actor: Actor): Promise<ProformaInvoice> {
    return this.transaction.run(async () => {
      const invoice = await this.invoices.restore(await this.invoices.getTrashed(id, actor));
      const { piNumber, version } = invoice;
      await this.outbox.record(
        new ProformaInvoiceRestored(subject(invoice), actor, { before: {}, after: { piNumber, version }, piNumber }),
      );
      return invoice;
    });
  }

  /** Marks it sent to the buyer. @throws ResourceNotFound 404, IllegalTransition 409, ReviewNeeded 409, StaleVersion 412 */
  async dispatch(id: string, actor: Actor, expected?: number): Promise<ProformaInvoice> {
    const settings = await this.settings.get();
    return this.move(id, actor, 'proforma_invoice.write', expected, ProformaInvoiceSent, (invoice) =>
      invoice.dispatch(new Date(), settings.thresholdIn(invoice.currency)),
    );
  }

  /** @throws ResourceNotFound 404, IllegalTransition 409, StaleVersion 412 */
  confirm(id: string, actor: Actor, expected?: number): Promise<ProformaInvoice> {
    return this.move(id, actor, 'proforma_invoice.confirm', expected, ProformaInvoiceConfirmed, (invoice) =>
      invoice.confirm(personOf(actor), new Date()),
    );
  }

  /** @throws ResourceNotFound 404, IllegalTransition 409, StaleVersion 412 */
  cancel(id: string, reason: string, actor: Actor, expected?: number): Promise<ProformaInvoice> {
    return this.move(id, actor, 'proforma_invoice.write', expected, ProformaInvoiceCancelled, (invoice) =>
      invoice.cancel(reason),
    );
  }

  private move(
    id: string,
    actor: Actor,
    capability: Capability,
    expected: number | undefined,
    event: Stepped,
    apply: (invoice: ProformaInvoice) => void,
  ): Promise<ProformaInvoice> {
    return this.transaction.run(async () => {
      const invoice = await this.invoices.getForUpdate(id, actor, capability, expected);
      await this.step(invoice, actor, event, apply);
      return invoice;
    });
  }

  /** Takes a locked PI one step on and tells of it. */
  private async step(
    invoice: ProformaInvoice,
    actor: Actor,
    Event: Stepped,
    apply: (invoice: ProformaInvoice) => void,
  ): Promise<void> {
    const before = { ...invoice };
    apply(invoice);
    await this.invoices.save(invoice);
    await this.outbox.record(
      new Event(subject(invoice), actor, {
        ...changesBetween(before, invoice, STEPPED),
        piNumber: invoice.piNumber,
        ...(invoice.cancellationReason ? { reason: invoice.cancellationReason } : {}),
      }),
    );
  }
}

const byId = (lines: readonly OrderLine[]) => new Map(lines.map((line) => [line.id, line]));

/** @throws LinesSayTheAmount 400: another amount is typed only where there are no lines */
function refuseTypedAmount(invoice: ProformaInvoice, { amount, currency, lines }: UpdateProformaInvoiceDto): void {
  if (!(lines ?? invoice.lines)?.length) return;
  if (amount && !new Decimal(amount).eq(invoice.amount)) throw new LinesSayTheAmount(['amount']);
  if (currency && currency !== invoice.currency) throw new LinesSayTheAmount(['currency']);
}

const personOf = (actor: Actor): User => Object.assign(new User(), { id: actor.id, fullName: actor.fullName });

const subject = ({ id, rowVersion, orderId }: ProformaInvoice): EventSubject => ({ id, rowVersion, orderId });
