import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { mapPage, paginate, type Page } from '../../../platform/listing/page';
import { MissingFile } from '../../../platform/storage/sweep/missing-file.entity';
import { StorageSweep, SWEEP_STATES } from '../../../platform/storage/sweep/storage-sweep.entity';
import { MissingFileDto } from './storage.dto';

export const sweepList: ListDefinition = {
  alias: 'sweep',
  filters: { state: { kind: 'choice', column: 'sweep.state', values: SWEEP_STATES } },
  search: [],
  ordering: { startedAt: 'sweep.startedAt' },
  defaultOrdering: '-startedAt',
};

export const missingFileList: ListDefinition = {
  alias: 'file',
  filters: {},
  search: [],
  ordering: { noticedAt: 'file.noticedAt' },
  defaultOrdering: '-noticedAt',
};

/** An order's id stands in the keys of its files. */
const orderIdIn = (key: string): string | undefined => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(key)?.[0];

@Injectable()
export class StorageRepository {
  constructor(private readonly transaction: Transaction) {}

  sweeps(asked: ListQuery): Promise<Page<StorageSweep>> {
    return paginate(this.rows.createQueryBuilder('sweep'), sweepList, asked);
  }

  /** The last that ended, and the one at work. */
  async latest(): Promise<{ last: StorageSweep | null; running: StorageSweep | null }> {
    const last = await this.rows.findOne({ where: { finishedAt: Not(IsNull()) }, order: { startedAt: 'DESC' } });
    return { last, running: await this.rows.findOneBy({ finishedAt: IsNull() }) };
  }

  /** With their orders, those in the trash too. */
  async missing(asked: ListQuery): Promise<Page<MissingFileDto>> {
    const { manager } = this.transaction;
    const page = await paginate(manager.getRepository(MissingFile).createQueryBuilder('file'), missingFileList, asked);
    const ids = page.results.flatMap(({ key }) => orderIdIn(key) ?? []);
    const orders = await manager.query<{ id: string; orderNumber: string }[]>(
      `SELECT id, order_number AS "orderNumber" FROM orders WHERE id = ANY ($1)`,
      [ids],
    );
    return mapPage(page, (file) =>
      MissingFileDto.from(
        file,
        orders.find(({ id }) => id === orderIdIn(file.key)),
      ),
    );
  }

  private get rows() {
    return this.transaction.manager.getRepository(StorageSweep);
  }
}
