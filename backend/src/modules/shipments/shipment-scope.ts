import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../auth/access/actor';
import { scopeOf, type Capability } from '../auth/access/capabilities';

/** Orders on the shipment of the query that are not in the trash, as far as `condition` holds of them. */
const carries = (alias: string, condition = 'TRUE'): string =>
  `EXISTS (SELECT 1 FROM shipment_orders carried JOIN orders own ON own.id = carried.order_id
    WHERE carried.shipment_id = ${alias}.id AND own.deleted_at IS NULL AND ${condition})`;

/** Whoever has one of its orders sees a shipment; `alias` is that of the shipment in the query. The first condition of the query. */
export function onVisibleOrders<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  actor: Actor,
  capability: Capability,
  alias = 'shipment',
): SelectQueryBuilder<T> {
  const scope = scopeOf(actor.role, capability);
  if (scope === 'house') return query.where(carries(alias));
  if (scope !== 'own') return query.where('FALSE');
  return query.where(carries(alias, 'own.merchandiser_id = :actorId'), { actorId: actor.id });
}

/** Its papers tell of all of its orders: who has every one of them sees these. The first condition of the query. */
export function onVisibleOrdersAlone<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  actor: Actor,
  capability: Capability,
  alias = 'shipment',
): SelectQueryBuilder<T> {
  const seen = onVisibleOrders(query, actor, capability, alias);
  if (scopeOf(actor.role, capability) !== 'own') return seen;
  return seen.andWhere(`NOT ${carries(alias, 'own.merchandiser_id IS DISTINCT FROM :actorId')}`);
}
