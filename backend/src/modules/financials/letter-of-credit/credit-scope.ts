import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../auth/access/actor';
import { scopeOf, type Capability } from '../../auth/access/capabilities';

/** Whoever has one of its orders sees an LC; `alias` is that of the LC in the query. The first condition of the query. */
export function onVisibleOrders<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  actor: Actor,
  capability: Capability,
  alias = 'credit',
): SelectQueryBuilder<T> {
  const scope = scopeOf(actor.role, capability);
  if (scope === 'house') return query.where('TRUE');
  if (scope !== 'own') return query.where('FALSE');
  return query.where(
    `EXISTS (SELECT 1 FROM letter_of_credit_orders covered JOIN orders own ON own.id = covered.order_id
      WHERE covered.letter_of_credit_id = ${alias}.id AND own.merchandiser_id = :actorId AND own.deleted_at IS NULL)`,
    { actorId: actor.id },
  );
}
