import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { newId } from '../../../platform/database/base.entity';
import { Transaction } from '../../../platform/database/transaction';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { visibleTo } from '../order-scope';
import { APPROVAL_STATUSES, APPROVAL_TYPES } from '../vocabulary';
import { ApprovalHistory } from './approval-history.entity';

export const approvalHistoryList: ListDefinition = {
  alias: 'approval',
  filters: {
    orderId: { kind: 'id', column: 'approval.orderId' },
    orderLineId: { kind: 'id', column: 'approval.orderLineId' },
    approvalType: { kind: 'choice', column: 'approval.approvalType', values: APPROVAL_TYPES },
    status: { kind: 'choice', column: 'approval.status', values: APPROVAL_STATUSES },
  },
  search: [],
  ordering: { occurredAt: 'approval.occurredAt', createdAt: 'approval.createdAt' },
  defaultOrdering: '-occurredAt',
};

@Injectable()
export class ApprovalHistoryRepository {
  constructor(private readonly transaction: Transaction) {}

  /** Adds rows in one INSERT; none is ever changed. */
  async append(...rows: Partial<ApprovalHistory>[]): Promise<void> {
    await this.transaction.manager.insert(
      ApprovalHistory,
      rows.map((row) => ({ ...row, id: newId() })) as QueryDeepPartialEntity<ApprovalHistory>[],
    );
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<ApprovalHistory>> {
    const query = this.transaction.manager
      .createQueryBuilder(ApprovalHistory, 'approval')
      .innerJoin('approval.order', 'order')
      .leftJoinAndSelect('approval.changedBy', 'person');
    return paginate(visibleTo(query, actor), approvalHistoryList, asked);
  }
}
