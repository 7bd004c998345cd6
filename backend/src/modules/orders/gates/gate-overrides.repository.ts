import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { Transaction } from '../../../platform/database/transaction';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { visibleTo } from '../order-scope';
import { GateOverride } from './gate-override.entity';
import { GUARDED_STEPS } from './interlocks';

export const gateOverrideList: ListDefinition = {
  alias: 'override',
  filters: {
    orderId: { kind: 'id', column: 'override.orderId' },
    step: { kind: 'choice', column: 'override.step', values: GUARDED_STEPS },
  },
  search: ['order.searchText'],
  ordering: { createdAt: 'override.createdAt' },
  defaultOrdering: '-createdAt',
};

@Injectable()
export class GateOverridesRepository {
  constructor(private readonly transaction: Transaction) {}

  /** None is ever changed or removed. */
  async append(row: GateOverride): Promise<void> {
    await this.transaction.manager.insert(GateOverride, row as QueryDeepPartialEntity<GateOverride>);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<GateOverride>> {
    const query = this.transaction.manager
      .createQueryBuilder(GateOverride, 'override')
      .innerJoin('override.order', 'order')
      .leftJoinAndSelect('override.overriddenBy', 'person');
    return paginate(visibleTo(query, actor), gateOverrideList, asked);
  }
}
