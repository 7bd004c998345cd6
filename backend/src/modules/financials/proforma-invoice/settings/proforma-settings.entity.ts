import { Check, Column, Entity } from 'typeorm';
import { BaseEntity } from '../../../../platform/database/base.entity';
import type { Money } from '../../../../platform/values/money';
import type { Terms } from '../invoice-terms';

/** What a new PI begins with, and above which amounts a manager looks at it first. One row; none is made or deleted. */
@Entity('proforma_settings')
@Check('ck_proforma_settings_valid_days', 'valid_days BETWEEN 0 AND 365')
export class ProformaSettings extends BaseEntity {
  /** The terms of the house; what is null is left open. */
  @Column('jsonb', { default: () => "'{}'" })
  terms: Partial<Terms>;

  /** Days from its issue for which a PI holds. */
  @Column('integer', { nullable: true })
  validDays: number | null;

  /** One a currency; a PI above it needs a review. */
  @Column('jsonb', { default: () => "'[]'" })
  reviewAbove: Money[];

  /** The amount above which a PI in that currency needs a review; null where none does. */
  thresholdIn(currency: string): string | null {
    return this.reviewAbove.find((threshold) => threshold.currency === currency)?.amount ?? null;
  }
}
