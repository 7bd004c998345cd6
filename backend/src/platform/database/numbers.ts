import { Injectable } from '@nestjs/common';
import { Transaction } from './transaction';

/** Running numbers without gaps or reuse: a counter row, locked until the use case that took the number commits. */
@Injectable()
export class Numbers {
  constructor(private readonly transaction: Transaction) {}

  /** The next number of `series`, from 1. One statement; must be called inside a transaction. */
  async next(series: string): Promise<number> {
    const rows = await this.transaction.manager.query<{ value: string }[]>(
      `INSERT INTO number_counters (series, value) VALUES ($1, 1)
       ON CONFLICT (series) DO UPDATE SET value = number_counters.value + 1
       RETURNING value`,
      [series],
    );
    return Number(rows[0]?.value);
  }
}
