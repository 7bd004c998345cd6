import { Inject, Injectable } from '@nestjs/common';
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
import { OrderReferences } from '../../orders/order-references';
import { NoSuchReference } from '../../orders/orders.errors';
import { asWritten, houseNumber, refuseFraction } from '../amounts';
import { askedAmount } from './asked-amount';
import { ProformaInvoice } from './proforma-invoice.entity';
import { NotDraft } from './proforma-invoice.errors';
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
import type { CreateProformaInvoiceDto, UpdateProformaInvoiceDto } from './proforma-invoices.dto';
import { ProformaInvoicesRepository } from './proforma-invoices.repository';

const WRITTEN = [
  'amount',
  'currency',
  'issueDate',
  'validUntil',
  'notes',
] as const satisfies readonly (keyof ProformaInvoice)[];
const RAISED = [...WRITTEN, 'piNumber', 'version', 'replacesId', 'status'] as const;
const STEPPED = ['status', 'sentAt', 'confirmedById', 'confirmedAt', 'cancellationReason'] as const;

const FOLDER = 'financials/proforma_invoices';

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
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<ProformaInvoice>> {
    return this.invoices.list(asked, actor);
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
      const { orderId, replacesId, amount, currency, ...fields } = body;
      const order = await this.references.lockOrder(orderId, actor, 'proforma_invoice.write');
      const asked = askedAmount(order, await this.lines.ofOrders([orderId]), { amount, currency });
      refuseFraction(asked);
      const replaced = replacesId ? await this.invoices.findOfOrder(replacesId, orderId) : null;
      if (replacesId && !replaced) throw new NoSuchReference('replacesId', 'PI in this order');

      const invoice = Object.assign(new ProformaInvoice(), {
        issueDate: today(this.config.TZ_HOUSE),
        ...fields,
        ...asked,
        status: 'draft',
        orderId,
        replacesId: replacesId ?? null,
        createdById: actor.id,
        version: await this.invoices.nextVersion(orderId),
        piNumber: houseNumber('PI', await this.numbers.next('proforma_invoice')),
      } satisfies Partial<ProformaInvoice>);
      await this.invoices.insert(invoice);
      await this.outbox.record(
        new ProformaInvoiceRaised(
          subject(invoice),
          actor,
          changesBetween<Partial<ProformaInvoice>>({}, asWritten(invoice), RAISED),
        ),
      );
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
      const before = asWritten(invoice);
      Object.assign(invoice, body);
      refuseFraction(invoice);
      const changes = changesBetween(before, asWritten(invoice), WRITTEN);
      if (isUnchanged(changes)) return invoice;
      await this.invoices.save(invoice);
      await this.outbox.record(
        new ProformaInvoiceUpdated(subject(invoice), actor, { ...changes, piNumber: invoice.piNumber }),
      );
      return invoice;
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

  /** A draft goes to the trash; its number is not given out again. @throws ResourceNotFound 404, NotDraft 409, StaleVersion 412 */
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

  /** Marks it sent to the buyer. @throws ResourceNotFound 404, IllegalTransition 409, StaleVersion 412 */
  dispatch(id: string, actor: Actor, expected?: number): Promise<ProformaInvoice> {
    return this.move(id, actor, 'proforma_invoice.write', expected, ProformaInvoiceSent, (invoice) =>
      invoice.dispatch(new Date()),
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

/** `pi-00042-v2` */
const fileName = ({ piNumber, version }: ProformaInvoice): string => `${piNumber.toLowerCase()}-v${version}`;

const personOf = (actor: Actor): User => Object.assign(new User(), { id: actor.id, fullName: actor.fullName });

const subject = ({ id, rowVersion, orderId }: ProformaInvoice): EventSubject => ({ id, rowVersion, orderId });
