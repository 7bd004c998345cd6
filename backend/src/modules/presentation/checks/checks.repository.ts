import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { LetterOfCreditCheck } from '../../financials/letter-of-credit/check/credit-check.entity';

/** LCs that may still be amended or drawn on. */
const LIVE = `c.deleted_at IS NULL AND c.status <> 'expired' AND c.closed_on IS NULL`;

@Injectable()
export class ChecksRepository {
  constructor(private readonly transaction: Transaction) {}

  async put(check: Omit<LetterOfCreditCheck, 'letterOfCredit'>): Promise<void> {
    await this.transaction.manager.upsert(LetterOfCreditCheck, check as never, ['letterOfCreditId']);
  }

  /** The live ones that an order is on. */
  ofOrder(orderId: string): Promise<string[]> {
    return this.ids(
      `SELECT c.id FROM letters_of_credit c JOIN letter_of_credit_orders x ON x.letter_of_credit_id = c.id
        WHERE x.order_id = $1 AND ${LIVE} ORDER BY c.id`,
      [orderId],
    );
  }

  /** The next `limit` after `after` that were not checked, or not since a plan of their orders moved. */
  unchecked(after: string, limit: number): Promise<string[]> {
    return this.ids(
      `SELECT c.id FROM letters_of_credit c LEFT JOIN letter_of_credit_checks k ON k.letter_of_credit_id = c.id
        WHERE ${LIVE} AND c.id > $1 AND (k.checked_at IS NULL OR EXISTS (
          SELECT 1 FROM letter_of_credit_orders x JOIN line_plans p ON p.order_id = x.order_id
          WHERE x.letter_of_credit_id = c.id AND p.updated_at > k.checked_at))
        ORDER BY c.id LIMIT $2`,
      [after, limit],
    );
  }

  private async ids(sql: string, parameters: unknown[]): Promise<string[]> {
    const rows = await this.transaction.manager.query<{ id: string }[]>(sql, parameters);
    return rows.map(({ id }) => id);
  }
}
