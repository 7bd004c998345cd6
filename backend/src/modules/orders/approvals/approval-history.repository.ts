import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { Transaction } from '../../../platform/database/transaction';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { visibleTo } from '../order-scope';
import { GATE } from '../gates/gate.vocabulary';
import { APPROVAL_STATUSES, type GateKey } from '../vocabulary';
import { ApprovalHistory } from './approval-history.entity';

export const approvalHistoryList: ListDefinition = {
  alias: 'approval',
  filters: {
    orderId: { kind: 'id', column: 'approval.orderId' },
    orderLineId: { kind: 'id', column: 'approval.orderLineId' },
    approvalType: {
      kind: 'custom',
      where: 'approval.approvalType IN (:values)',
      known: GATE,
      description: 'A gate, one of the nine or a custom one. May be given more than once.',
    },
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
  async append(...rows: Omit<ApprovalHistory, 'order' | 'orderLine' | 'changedBy' | 'createdAt'>[]): Promise<void> {
    await this.transaction.manager.insert(ApprovalHistory, rows as QueryDeepPartialEntity<ApprovalHistory>[]);
  }

  /** Of these lines, in the order in which things happened; entries of one moment in the order they were recorded. */
  ofLines(lineIds: readonly string[]): Promise<ApprovalHistory[]> {
    return this.transaction.manager.find(ApprovalHistory, {
      where: { orderLineId: In([...lineIds]) },
      order: { occurredAt: 'ASC', id: 'ASC' },
    });
  }

  /** Of one gate, the last that happened first, with who recorded it. */
  ofGate(orderLineId: string, approvalType: GateKey): Promise<ApprovalHistory[]> {
    return this.transaction.manager.find(ApprovalHistory, {
      where: { orderLineId, approvalType },
      relations: { changedBy: true },
      order: { occurredAt: 'DESC', id: 'DESC' },
      take: 1000,
    });
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<ApprovalHistory>> {
    const query = this.transaction.manager
      .createQueryBuilder(ApprovalHistory, 'approval')
      .innerJoin('approval.order', 'order')
      .leftJoinAndSelect('approval.changedBy', 'person');
    return paginate(visibleTo(query, actor), approvalHistoryList, asked);
  }
}
