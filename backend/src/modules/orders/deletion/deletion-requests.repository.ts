import { Injectable } from '@nestjs/common';
import { Brackets } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { scopeOf } from '../../auth/access/capabilities';
import { DeletionRequest } from './deletion-request.entity';
import { DELETION_STATUSES } from './deletion-request.lifecycle';

/** Both ends of a request, seen from who asks for the list. */
export const DELETION_SIDES = ['approver', 'requester'] as const;

export const deletionRequestList: ListDefinition = {
  alias: 'request',
  filters: {
    status: { kind: 'choice', column: 'request.status', values: DELETION_STATUSES },
    orderId: { kind: 'id', column: 'request.orderId' },
    role: {
      kind: 'custom',
      values: DELETION_SIDES,
      where: `((request.requesterId = :actorId AND 'requester' IN (:values)) OR (request.approverId = :actorId AND 'approver' IN (:values)))`,
      description: 'Those that the caller made, or is to answer as who made the order.',
    },
  },
  search: ['request.orderNumber', 'request.customerName'],
  ordering: { createdAt: 'request.createdAt', respondedAt: 'request.respondedAt' },
  defaultOrdering: '-createdAt',
};

@Injectable()
export class DeletionRequestsRepository extends VersionedRepository<DeletionRequest> {
  constructor(transaction: Transaction) {
    super(transaction, DeletionRequest);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<DeletionRequest>> {
    return paginate(this.visible(actor), deletionRequestList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<DeletionRequest> {
    const request = await this.visible(actor).andWhere('request.id = :id', { id }).getOne();
    if (!request) throw new ResourceNotFound('deletion request');
    return request;
  }

  /** Locks the row until the use case ends; its order is locked before. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<DeletionRequest> {
    const request = await this.visible(actor)
      .andWhere('request.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['request'])
      .getOne();
    if (!request) throw new ResourceNotFound('deletion request');
    expectVersion(request, expected);
    return request;
  }

  /** What waits for an answer about this order, which is locked. */
  findPending(orderId: string): Promise<DeletionRequest | null> {
    return this.rows.findOne({ where: { orderId, status: 'pending' }, relations: { requester: true, approver: true } });
  }

  /** Those of either end; an order's also to whom the order is visible. */
  private visible(actor: Actor) {
    const query = this.rows
      .createQueryBuilder('request')
      .withDeleted() // people who left and orders in the trash are still named
      .leftJoinAndSelect('request.requester', 'requester')
      .leftJoinAndSelect('request.approver', 'approver')
      .leftJoinAndSelect('request.respondedBy', 'answerer')
      .leftJoin('request.order', 'order')
      .where('request.deletedAt IS NULL');
    if (scopeOf(actor.role, 'deletion_request.read') === 'house') return query.setParameter('actorId', actor.id);
    return query.andWhere(
      new Brackets((any) =>
        any
          .where('request.requesterId = :actorId', { actorId: actor.id })
          .orWhere('request.approverId = :actorId')
          .orWhere('order.merchandiserId = :actorId'),
      ),
    );
  }
}
