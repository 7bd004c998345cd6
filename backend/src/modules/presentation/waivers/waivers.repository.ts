import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { FindingWaiver } from './finding-waiver.entity';

/** What may stand of an LC, as JSON; `$1` is the LC. */
export const WAIVERS = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'key', w.finding_key, 'reason', w.reason, 'waivedBy', u.full_name,
    'waivedAt', to_char(w.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY w.id), '[]')
  FROM finding_waivers w LEFT JOIN user_profiles u ON u.id = w.created_by_id
  WHERE w.letter_of_credit_id = $1 AND w.deleted_at IS NULL`;

/** Waivers of LCs that the caller has locked. */
@Injectable()
export class WaiversRepository extends VersionedRepository<FindingWaiver> {
  constructor(transaction: Transaction) {
    super(transaction, FindingWaiver);
  }

  isWaived(letterOfCreditId: string, findingKey: string): Promise<boolean> {
    return this.rows.existsBy({ letterOfCreditId, findingKey });
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, letterOfCreditId: string, trashed = false): Promise<FindingWaiver> {
    const found = await this.rows.findOne({ where: { id, letterOfCreditId }, withDeleted: trashed });
    if (!found) throw new ResourceNotFound('waiver');
    return found;
  }
}
