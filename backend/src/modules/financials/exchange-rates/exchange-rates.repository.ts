import { Injectable } from '@nestjs/common';
import { SettingsRepository } from '../../../platform/database/settings.repository';
import { Transaction } from '../../../platform/database/transaction';
import { CURRENCY, type ListDefinition } from '../../../platform/listing/list-definition';
import type { Day } from '../../../platform/values/day';
import { ExchangeRate } from './exchange-rate.entity';

export const exchangeRateList: ListDefinition = {
  alias: 'rate',
  filters: {
    fromCurrency: { kind: 'custom', where: 'rate.fromCurrency IN (:values)', known: CURRENCY },
    toCurrency: { kind: 'custom', where: 'rate.toCurrency IN (:values)', known: CURRENCY },
    ratedFrom: { kind: 'dayFrom', column: 'rate.ratedOn' },
    ratedTo: { kind: 'dayTo', column: 'rate.ratedOn' },
  },
  search: ['rate.source'],
  ordering: { ratedOn: 'rate.ratedOn', createdAt: 'rate.createdAt' },
  defaultOrdering: '-ratedOn',
};

@Injectable()
export class ExchangeRatesRepository extends SettingsRepository<ExchangeRate> {
  constructor(transaction: Transaction) {
    super(transaction, ExchangeRate, exchangeRateList, 'exchange rate');
  }

  /** The last on or before a day of each currency against this one, whichever way round it was recorded. One statement. */
  latest(currency: string, on: Day): Promise<ExchangeRate[]> {
    return this.rows
      .createQueryBuilder('rate')
      .distinctOn(['rate.fromCurrency', 'rate.toCurrency'])
      .where('(rate.toCurrency = :currency OR rate.fromCurrency = :currency) AND rate.ratedOn <= :on', { currency, on })
      .orderBy('rate.fromCurrency')
      .addOrderBy('rate.toCurrency')
      .addOrderBy('rate.ratedOn', 'DESC')
      .getMany();
  }
}
