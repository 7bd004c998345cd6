import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../auth/access/actor';
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
