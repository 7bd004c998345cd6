import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { Outbox } from '../../../platform/events/outbox';
import { Undoing, type TrashKind } from '../../../platform/events/undoing';
import { Jobs } from '../../../platform/jobs/jobs';
import { heldByBooks } from './books';
import { Purged } from './trash.events';
import { TRASH_DAYS } from './trash.repository';

/** Rows of one transaction: each is short, and a stop in between loses nothing. */
const AT_ONCE = 50;

interface Row {
  id: string;
  order_id: string | null;
}

/**
 * Every night what lay in the trash for 30 days goes for good: its rows, and by jobs that the database itself queues
 * (`discard_files`) the files of all that went with them. History stays, and so do the books: PIs, LCs,
 * payments and what is owed, with the orders and shipments that they are of.
 */
@Injectable()
export class TrashPurge implements OnApplicationBootstrap {
  private readonly logger = new Logger('trash');

  constructor(
    private readonly undoing: Undoing,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.daily('trash-purge', '03:17', async () => void (await this.purge()));
  }

  /** @returns how many things went, not counting what lay under them */
  async purge(): Promise<number> {
    let gone = 0;
    for (const kind of this.undoing.trashKinds)
      for (let purged = AT_ONCE; purged === AT_ONCE; gone += purged)
        purged = await this.transaction.run(() => this.purgeSome(kind));
    if (gone) this.logger.log(`${gone} things were in the trash for ${TRASH_DAYS} days, and are gone.`);
    return gone;
  }

  private async purgeSome(of: TrashKind): Promise<number> {
    const { kind, entity } = of;
    const { manager } = this.transaction;
    const { tableName, propertiesMap } = manager.dataSource.getMetadata(entity);
    const orderId = kind === 'order' ? 'id' : 'orderId' in propertiesMap ? 'order_id' : 'NULL::uuid';
    const rows = await manager.query<Row[]>(
      `SELECT id, ${orderId} AS order_id FROM ${tableName} t
        WHERE deleted_at < now() - interval '${TRASH_DAYS} days' AND NOT (${heldByBooks(manager.dataSource, of, 't.id')})
        ORDER BY id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`,
    );
    const ids = rows.map(({ id }) => id);
    if (!ids.length) return 0;
    await manager.query(`DELETE FROM ${tableName} WHERE id = ANY($1::uuid[])`, [ids]);
    await this.outbox.record(...rows.map((row) => new Purged(kind, { id: row.id, orderId: row.order_id })));
    return ids.length;
  }
}
