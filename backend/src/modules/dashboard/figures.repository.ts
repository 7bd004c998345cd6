import { Injectable } from '@nestjs/common';
import { readPrepared } from '../../platform/database/prepared-read';
import { Transaction } from '../../platform/database/transaction';
import type { Day } from '../../platform/values/day';
import { HOUSE } from '../orders/kept-totals';

/** Under this the sums of the orders that nobody has are kept. */
export const NOBODY = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** What is counted, as the database keeps it (docs/domain/figures.md). */
export interface KeptFigure {
  figure: 'stage' | 'etd' | 'placed' | 'delivered' | 'value' | 'plan' | 'gate';
  key: string;
  count: number;
  amount: string | null;
}

export interface MerchandiserFigure {
  id: string | null;
  fullName: string | null;
  open: number;
  overdue: number;
}

/** Reads the sums that the database keeps while the house is worked in. */
@Injectable()
export class FiguresRepository {
  constructor(private readonly transaction: Transaction) {}

  /** @param whose a merchandiser, or `HOUSE`  @param since the first month that counts, `2025-12` */
  of(whose: string, since: string): Promise<KeptFigure[]> {
    return readPrepared<KeptFigure>(
      this.transaction,
      'figures',
      `SELECT figure, key, sum(count)::int AS count, sum(amount)::text AS amount FROM house_figures
       WHERE whose = $1 AND (figure IN ('stage', 'etd', 'value', 'plan', 'gate') OR (figure IN ('placed', 'delivered') AND key >= $2))
       GROUP BY figure, key HAVING sum(count) <> 0`,
      [whose, since],
    );
  }

  /** Of each merchandiser who has open orders, and of nobody: the busiest first. */
  ofMerchandisers(today: Day): Promise<MerchandiserFigure[]> {
    return readPrepared<MerchandiserFigure>(
      this.transaction,
      'figures_of_merchandisers',
      `SELECT u.id, u.full_name AS "fullName", f.open, f.overdue
       FROM (SELECT whose, (sum(count) FILTER (WHERE figure = 'stage'))::int AS open,
               coalesce(sum(count) FILTER (WHERE figure = 'etd'), 0)::int AS overdue
             FROM house_figures WHERE whose <> '${HOUSE}' AND (figure = 'stage' OR (figure = 'etd' AND key < $1))
             GROUP BY whose) f
         LEFT JOIN user_profiles u ON u.id = f.whose
       WHERE f.open > 0 ORDER BY f.open DESC, u.full_name, u.id`,
      [today],
    );
  }

  /** Puts what was added since to the sums, so that there are few rows to read. */
  async fold(): Promise<void> {
    await this.transaction.manager.query('SELECT figures_fold()');
  }
}
