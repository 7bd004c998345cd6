import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../auth/access/actor';
import type { BaseEntity } from '../../platform/database/base.entity';
import { ResourceNotFound } from '../../platform/errors/domain-error';
import { scopeOf, type Capability } from '../auth/access/capabilities';

/**
 * The one condition that says what a person may see: every query over orders or what lies under them begins with it.
 * @param alias of the joined order  @param capability whose scope counts (own orders, or the house's)
 */
export function visibleTo<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  actor: Actor,
  capability: Capability = 'order.read',
  alias = 'order',
): SelectQueryBuilder<T> {
  const scope = scopeOf(actor.role, capability);
  if (scope === 'house') return query.where('TRUE');
  if (scope === 'own') return query.where(`${alias}.merchandiserId = :actorId`, { actorId: actor.id });
  return query.where('FALSE');
}

/** The same of an order at hand. */
export function seesOrder(
  order: { merchandiserId: string | null },
  { id, role }: Pick<Actor, 'id' | 'role'>,
  capability: Capability = 'order.read',
): boolean {
  const scope = scopeOf(role, capability);
  return scope === 'house' || (scope === 'own' && order.merchandiserId === id);
}

/**
 * The row of that id that lies in the trash, while its order does not; locked after its order until the use case ends.
 * @param query of what the actor may see, its order joined as `order`  @throws ResourceNotFound 404
 */
export async function trashedOf<T extends BaseEntity>(
  query: SelectQueryBuilder<T>,
  id: string,
  what: string,
): Promise<T> {
  const name = query.alias;
  const row = await query
    .withDeleted() // of the row itself: what is joined by now is joined where it is not in the trash
    .andWhere(`${name}.id = :id AND ${name}.deletedAt IS NOT NULL`, { id })
    .setLock('pessimistic_write', undefined, ['"order"', name])
    .getOne();
  if (!row) throw new ResourceNotFound(what);
  return row;
}
