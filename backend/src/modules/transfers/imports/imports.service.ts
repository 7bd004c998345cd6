import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion } from '../../../platform/database/versioned.repository';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { today } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { ApprovalsService } from '../../orders/approvals/approvals.service';
import { OrdersService, type WholeOrder } from '../../orders/order/orders.service';
import { MilestonesService } from '../../planning/milestones.service';
import type { OrderProposal, WorkbookDecisions, WorkbookDryRun } from '../workbook/dry-run.types';
import { dryRunFile } from '../workbook/read';
import { WorkbookImport, type ImportedOrder } from './import.entity';
import { importLifecycle } from './import.lifecycle';
import { ImportBlocked, ImportClosed } from './imports.errors';
import { OrderImported } from './imports.events';
import { ImportsRepository } from './imports.repository';
import { decisionsOf, linesOf, orderOf, orderTypeOf, planOf } from './orders-from-workbook';

/** From a dropped workbook over its dry runs to orders. The file is read before a transaction begins, never inside it. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly orders: OrdersService,
    private readonly milestones: MilestonesService,
    private readonly approvals: ApprovalsService,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<WorkbookImport>> {
    return this.imports.list(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<WorkbookImport> {
    return this.imports.get(id, actor);
  }

  /** Reads a workbook for the first time and keeps it as a draft. @throws WorkbookRefusal 422 */
  async start(file: Buffer, fileName: string, actor: Actor): Promise<WorkbookImport> {
    const startedOn = today(this.config.TZ_HOUSE);
    const dryRun = await dryRunFile(file, fileName, startedOn);
    const row = Object.assign(new WorkbookImport(), {
      createdById: actor.id,
      fileName,
      fileSize: file.length,
      fileSha256: dryRun.file.sha256,
      file,
      startedOn,
      decisions: {},
      dryRun,
      status: 'draft',
      orders: [],
    } satisfies Partial<WorkbookImport>);
    await this.transaction.run(() => this.imports.insert(row));
    return row;
  }

  /** Reads the same file again, with other decisions. @throws InvalidWorkbookDecisions 400, ImportClosed 409, StaleVersion 412 */
  async decide(id: string, decisions: WorkbookDecisions, actor: Actor, expected?: number): Promise<WorkbookImport> {
    const draft = await this.imports.getWithFile(id, actor);
    expectVersion(draft, expected);
    const dryRun = await this.read(draft, decisions);
    return this.transaction.run(async () => {
      const row = await this.imports.getForUpdate(id, actor, expected);
      if (row.status !== 'draft') throw new ImportClosed();
      return this.imports.save(Object.assign(row, { decisions, dryRun }));
    });
  }

  /**
   * Makes the orders that the dry run shows, all or none.
   * @throws ImportBlocked 409, IllegalTransition 409 the second time, StaleVersion 412 when decisions changed meanwhile
   */
  async commit(id: string, actor: Actor, expected?: number): Promise<WorkbookImport> {
    const draft = await this.imports.getWithFile(id, actor);
    importLifecycle.step(draft.status, 'committed');
    expectVersion(draft, expected);
    const dryRun = await this.read(draft, draft.decisions);
    if (dryRun.blockers.length) throw new ImportBlocked(dryRun.blockers);
    return this.transaction.run(async () => {
      const row = await this.imports.getForUpdate(id, actor);
      importLifecycle.step(row.status, 'committed');
      expectVersion(row, draft.rowVersion);
      const orders: ImportedOrder[] = [];
      for (const proposal of dryRun.orders) orders.push(await this.make(proposal, dryRun, row, actor));
      row.commit(dryRun, orders);
      return this.imports.save(row);
    });
  }

  /** Forgets a draft and its file. @throws IllegalTransition 409 once it has become orders */
  discard(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const row = await this.imports.getForUpdate(id, actor, expected);
      row.discard();
      await this.imports.trash(row);
    });
  }

  /** Orders that the actor sees with the number of one that a draft would make. They hold nothing up. */
  repeatsOf({ status, dryRun }: WorkbookImport, actor: Actor): Promise<WholeOrder[]> {
    if (status !== 'draft') return Promise.resolve([]);
    return this.orders.withNumbers(dryRun?.orders.flatMap(({ orderNumber }) => orderNumber ?? []) ?? [], actor);
  }

  private read({ file, fileName, startedOn }: WorkbookImport, decisions: WorkbookDecisions): Promise<WorkbookDryRun> {
    if (!file) throw new ImportClosed();
    return dryRunFile(file, fileName, startedOn, decisions);
  }

  private async make(
    proposal: OrderProposal,
    run: WorkbookDryRun,
    { id: importId, fileName }: WorkbookImport,
    actor: Actor,
  ): Promise<ImportedOrder> {
    const { order, lines } = await this.orders.create(orderOf(proposal, orderTypeOf(run)), actor);
    const proposals = linesOf(proposal);
    const pairs = lines.flatMap((line, index) => {
      const found = proposals[index];
      return found ? [{ line: Object.assign(line, { order }), proposal: found }] : [];
    });
    const plans = pairs.map((pair) => ({ line: pair.line, plan: planOf(pair.proposal) }));
    await this.milestones.layAll(plans, actor);
    await this.approvals.recordAll(order, decisionsOf(pairs, run.asOf), actor);
    const after = {
      fileName,
      sheet: run.sheet,
      styles: proposal.styles.length,
      lines: lines.length,
      milestones: plans.reduce((sum, { plan }) => sum + plan.length, 0),
    };
    await this.outbox.record(
      new OrderImported({ id: order.id, rowVersion: order.rowVersion, orderId: order.id }, actor, {
        before: {},
        after,
        importId,
      }),
    );
    return { id: order.id, orderNumber: order.orderNumber, lines: lines.length };
  }
}
