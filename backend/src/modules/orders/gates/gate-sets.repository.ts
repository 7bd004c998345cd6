import { Injectable } from '@nestjs/common';
import { SettingsRepository } from '../../../platform/database/settings.repository';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition } from '../../../platform/listing/list-definition';
import { GateSet } from './gate-set.entity';

export const gateSetList: ListDefinition = {
  alias: 'set',
  filters: {},
  search: ['set.name'],
  ordering: { position: 'set.position', name: 'set.name', createdAt: 'set.createdAt' },
  defaultOrdering: 'position',
};

@Injectable()
export class GateSetsRepository extends SettingsRepository<GateSet> {
  constructor(transaction: Transaction) {
    super(transaction, GateSet, gateSetList, 'gate set');
  }

  /** Locks all sets, of which one is the default. @throws ResourceNotFound 404, StaleVersion 412 */
  async getWithOthersForUpdate(id: string, expected?: number): Promise<{ set: GateSet; others: GateSet[] }> {
    const all = await this.lockAll();
    const set = all.find((each) => each.id === id);
    if (!set) throw new ResourceNotFound('gate set');
    expectVersion(set, expected);
    return { set, others: all.filter((each) => each !== set) };
  }

  lockAll(): Promise<GateSet[]> {
    return this.rows.find({ order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  }
}
