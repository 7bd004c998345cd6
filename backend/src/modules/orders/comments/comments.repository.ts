import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { trashedOf, visibleTo } from '../order-scope';
import { OrderComment } from './comment.entity';

export const commentList: ListDefinition = {
  alias: 'comment',
  filters: {
    orderId: { kind: 'id', column: 'comment.orderId', description: 'Of the order, its lines and its samples.' },
    orderLineId: { kind: 'id', column: 'comment.orderLineId' },
    sampleId: { kind: 'id', column: 'comment.sampleId' },
    pinned: {
      kind: 'custom',
      values: ['true', 'false'],
      where: '(comment.pinPictureId IS NOT NULL) IN (:values)',
      description: 'Pinned to a place of a picture, or not.',
    },
    authorId: { kind: 'id', column: 'comment.authorId' },
    mentionedId: {
      kind: 'custom',
      where: 'comment.mentionedIds && ARRAY[:values]::uuid[]',
      format: 'uuid',
      description: 'Mentions one of these people.',
    },
  },
  search: ['comment.body'],
  ordering: { createdAt: 'comment.createdAt' },
  defaultOrdering: '-createdAt',
};

@Injectable()
export class CommentsRepository extends VersionedRepository<OrderComment> {
  constructor(transaction: Transaction) {
    super(transaction, OrderComment);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<OrderComment>> {
    return paginate(this.visible(actor, 'comment.read'), commentList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<OrderComment> {
    const comment = await this.visible(actor, 'comment.read').andWhere('comment.id = :id', { id }).getOne();
    if (!comment) throw new ResourceNotFound('comment');
    return comment;
  }

  /** Locks its order, then the comment, in that order as everybody does. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<OrderComment> {
    const comment = await this.visible(actor, 'comment.write')
      .andWhere('comment.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'comment'])
      .getOne();
    if (!comment) throw new ResourceNotFound('comment');
    expectVersion(comment, expected);
    return comment;
  }

  /** From the trash, its order not; locked after it. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<OrderComment> {
    return trashedOf(this.visible(actor, 'comment.write'), id, 'comment');
  }

  /** Not those of a line or a sample in the trash. */
  private visible(actor: Actor, capability: Capability) {
    const query = this.rows
      .createQueryBuilder('comment')
      .innerJoinAndSelect('comment.order', 'order')
      .leftJoinAndSelect('comment.orderLine', 'line')
      .leftJoinAndSelect('line.style', 'style')
      .leftJoinAndSelect('comment.sample', 'sample')
      .leftJoinAndSelect('comment.author', 'author');
    return visibleTo(query, actor, capability)
      .andWhere('(comment.orderLineId IS NULL OR line.id IS NOT NULL)')
      .andWhere('(comment.sampleId IS NULL OR sample.id IS NOT NULL)');
  }
}
