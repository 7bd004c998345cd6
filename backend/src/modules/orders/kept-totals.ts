import type { EntityManager } from 'typeorm';
import type { KeptTotal } from '../../platform/listing/page';
import type { Actor } from '../auth/access/actor';
import { scopeOf, type Capability } from '../auth/access/capabilities';

/** Under this the sums of the whole house are kept. */
export const HOUSE = '00000000-0000-0000-0000-000000000000';

/** Lists of which the figures of orders say how long they are (docs/domain/figures.md). */
type Counted = 'status' | 'samples' | 'invoices' | 'credits';

/** How many rows a list has for who sees the whole house, by the figures that are kept; null for who sees a part. */
export const keptTotal = (
  manager: EntityManager,
  figure: Counted,
  { role }: Actor,
  capability: Capability,
): KeptTotal | null =>
  scopeOf(role, capability) !== 'house'
    ? null
    : async () => {
        const [kept] = await manager.query<{ total: string }[]>(
          `SELECT coalesce(sum(count), 0) AS total FROM house_figures WHERE whose = $1 AND figure = $2`,
          [HOUSE, figure],
        );
        return Number(kept?.total);
      };
