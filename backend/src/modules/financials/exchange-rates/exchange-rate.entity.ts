import { Check, Column, Entity, Index } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';

/** What one currency was worth in another on a day, and who says so. Stored amounts are never changed by it. */
@Entity('exchange_rates')
@Check('ck_exchange_rates_rate', 'rate > 0')
@Check('ck_exchange_rates_pair', 'from_currency <> to_currency')
@Check('ck_exchange_rates_currencies', `from_currency ~ '^[A-Z]{3}$' AND to_currency ~ '^[A-Z]{3}$'`)
@Index('uq_exchange_rates_day', ['fromCurrency', 'toCurrency', 'ratedOn'], {
  unique: true,
  where: 'deleted_at IS NULL',
})
export class ExchangeRate extends BaseEntity {
  @Column('varchar', { length: 3 })
  fromCurrency: string;

  @Column('varchar', { length: 3 })
  toCurrency: string;

  /** One of `fromCurrency` is so many of `toCurrency`. */
  @Column('numeric', { precision: 18, scale: 8 })
  rate: string;

  @Column('date')
  ratedOn: Day;

  /** Where it was read: `Bangladesh Bank`. */
  @Column('varchar', { length: 100 })
  source: string;
}
