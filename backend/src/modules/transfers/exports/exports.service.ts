import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { Jobs } from '../../../platform/jobs/jobs';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { parseListAddress } from '../../../platform/listing/parse-list-query';
import type { FileLinkDto } from '../../../platform/storage/attachment.dto';
import { Attachments } from '../../../platform/storage/attachments';
import type { Actor } from '../../auth/access/actor';
import { OrderReferences } from '../../orders/order-references';
import { ExportJob } from './export-job.entity';
import { ExportSources } from './export-sources';
import { KEPT_DAYS, type SheetKind } from './export.vocabulary';
import { ExportsAbout } from './exports-about';
import { ExportNotReady, TooManyExports } from './exports.errors';
import { ExportsRepository } from './exports.repository';

const DAY_MS = 86_400_000;
const MOST_WAITING = 10;

/** Files that somebody asks for, which the worker makes. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly exports: ExportsRepository,
    private readonly sources: ExportSources,
    private readonly about: ExportsAbout,
    private readonly orders: OrderReferences,
    private readonly attachments: Attachments,
    private readonly transaction: Transaction,
    private readonly jobs: Jobs,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<ExportJob>> {
    return this.exports.list(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<ExportJob> {
    return this.exports.get(id, actor);
  }

  /** A workbook of a list. @throws InvalidInput 400 for what the list does not know, TooManyExports 429 */
  async ask(kind: SheetKind, filter: string, actor: Actor): Promise<ExportJob> {
    const asked = parseListAddress(new URL(`http://house/?${filter}`), this.sources.of(kind).list);
    const { filter: about } = await this.about.of(kind, asked, actor);
    return this.add({ kind, format: 'xlsx', filter, about: about.slice(0, 2000), orderId: null }, actor);
  }

  /** The paper of one order. @throws NoSuchReference 400 on `orderId`, TooManyExports 429 */
  async askForPurchaseOrder(orderId: string, actor: Actor): Promise<ExportJob> {
    const { orderNumber } = await this.orders.order(orderId, actor, 'order.read');
    return this.add({ kind: 'purchase_order', format: 'pdf', filter: '', about: orderNumber, orderId }, actor);
  }

  /** @throws ResourceNotFound 404, IllegalTransition 409, StaleVersion 412 */
  cancel(id: string, actor: Actor, expected?: number): Promise<ExportJob> {
    return this.transaction.run(async () => {
      const row = await this.exports.getForUpdate(id, actor, expected);
      row.cancel();
      return this.exports.save(row);
    });
  }

  /** With its file. @throws ResourceNotFound 404, StaleVersion 412 */
  remove(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      await this.exports.remove(await this.exports.getForUpdate(id, actor, expected));
    });
  }

  /** A link to the file for some minutes. @throws ResourceNotFound 404, ExportNotReady 409 */
  async linkTo(id: string, actor: Actor): Promise<FileLinkDto> {
    const { attachment, format } = await this.exports.get(id, actor);
    if (!attachment) throw new ExportNotReady();
    return this.attachments.linkToOwn(attachment, format === 'pdf');
  }

  private add(
    asked: Pick<ExportJob, 'kind' | 'format' | 'filter' | 'about' | 'orderId'>,
    actor: Actor,
  ): Promise<ExportJob> {
    return this.transaction.run(async () => {
      if ((await this.exports.waitingOf(actor)) >= MOST_WAITING) throw new TooManyExports(MOST_WAITING);
      const row = Object.assign(new ExportJob(), asked, {
        createdById: actor.id,
        status: 'queued' as const,
        doneRows: 0,
        attempt: 0,
        expiresAt: new Date(Date.now() + KEPT_DAYS * DAY_MS),
      });
      await this.exports.insert(row);
      await this.jobs.send(row.format === 'pdf' ? 'export-papers' : 'exports', { exportId: row.id });
      return row;
    });
  }
}
