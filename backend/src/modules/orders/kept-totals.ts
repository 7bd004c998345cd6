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

/** Papers of one kind, status and currency: how many, and what they come to. */
export interface KeptPapers {
  figure: 'invoices' | 'credits' | 'drawn';
  status: string;
  currency: string;
  /** Nothing more is drawn on these LCs. */
  closed: boolean;
  count: string;
  amount: string;
}

/** What PIs and LCs of the whole house come to, by the figures that are kept; `drawn` is what was drawn of LCs that are live. One statement. */
export const keptPapers = (manager: EntityManager, figures: readonly KeptPapers['figure'][]): Promise<KeptPapers[]> =>
  manager.query<KeptPapers[]>(
    `SELECT figure, split_part(key, ' ', 1) AS status, split_part(key, ' ', 2) AS currency, key LIKE '% closed' AS closed,
       sum(count) AS count, sum(amount) AS amount
     FROM house_figures WHERE whose = $1 AND figure = ANY($2) GROUP BY figure, key HAVING sum(count) <> 0 ORDER BY 3, 2, 4`,
    [HOUSE, figures],
  );
