import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { SavedView, VIEWED_LISTS, type ViewedList } from './saved-view.entity';

export const savedViewList: ListDefinition = {
  alias: 'view',
  filters: { list: { kind: 'choice', column: 'view.list', values: VIEWED_LISTS } },
  search: ['view.name'],
  ordering: { name: 'view.name', createdAt: 'view.createdAt' },
  defaultOrdering: 'name',
};

@Injectable()
export class SavedViewsRepository extends VersionedRepository<SavedView> {
  constructor(transaction: Transaction) {
    super(transaction, SavedView);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<SavedView>> {
    return paginate(this.visibleTo(actor), savedViewList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<SavedView> {
    const view = await this.visibleTo(actor).andWhere('view.id = :id', { id }).getOne();
    if (!view) throw new ResourceNotFound('view');
    return view;
  }

  /** A person's own, locked: one of them is the default. */
  lockOwn(list: ViewedList, actor: Actor): Promise<SavedView[]> {
    return this.rows
      .createQueryBuilder('view')
      .where('view.ownerId = :ownerId AND view.list = :list', { ownerId: actor.id, list })
      .orderBy('view.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** One's own, and what colleagues share. */
  private visibleTo(actor: Actor) {
    return this.rows
      .createQueryBuilder('view')
      .innerJoinAndSelect('view.owner', 'owner')
      .where('(view.ownerId = :me OR view.isShared)', { me: actor.id });
  }
}
