import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { Transaction } from '../../../platform/database/transaction';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { visibleTo } from '../order-scope';
import { OrderRevision } from './revision.entity';

export const revisionList: ListDefinition = {
  alias: 'revision',
  filters: {
    orderId: { kind: 'id', column: 'revision.orderId' },
    orderLineId: { kind: 'id', column: 'revision.orderLineId' },
    agreedOnFrom: { kind: 'dayFrom', column: 'revision.agreedOn' },
    agreedOnTo: { kind: 'dayTo', column: 'revision.agreedOn' },
  },
  search: [],
  ordering: { createdAt: 'revision.createdAt', agreedOn: 'revision.agreedOn' },
  defaultOrdering: '-createdAt',
};

@Injectable()
export class RevisionsRepository {
  constructor(private readonly transaction: Transaction) {}

  /** Adds a row; none is ever changed. */
  async append(revision: OrderRevision): Promise<void> {
    await this.transaction.manager.insert(OrderRevision, revision as QueryDeepPartialEntity<OrderRevision>);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<OrderRevision>> {
    const query = this.transaction.manager
      .createQueryBuilder(OrderRevision, 'revision')
      .innerJoin('revision.order', 'order')
      .addSelect(['order.id', 'order.orderNumber'])
      .leftJoin('revision.revisedBy', 'person')
      .addSelect(['person.id', 'person.fullName']);
    return paginate(visibleTo(query, actor), revisionList, asked);
  }
}
