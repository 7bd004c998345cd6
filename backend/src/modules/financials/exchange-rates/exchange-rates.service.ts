import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { InvalidInput } from '../../../platform/errors/domain-error';
import { changesBetween } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { pastDay } from '../../../platform/values/past-day';
import { today } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { ExchangeRate } from './exchange-rate.entity';
import { ExchangeRateDeleted, ExchangeRateRecorded } from './exchange-rates.events';
import type { RecordExchangeRateDto } from './exchange-rates.dto';
import { ExchangeRatesRepository } from './exchange-rates.repository';

const TOLD = ['fromCurrency', 'toCurrency', 'rate', 'ratedOn', 'source'] as const;

/** Rates that the house tells sums by. One that was wrong is deleted and recorded anew. */
@Injectable()
export class ExchangeRatesService {
  constructor(
    private readonly rates: ExchangeRatesRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery): Promise<Page<ExchangeRate>> {
    return this.rates.list(asked);
  }

  /** @throws InvalidInput 400 for one currency twice or a day to come, Conflict 409 where that day has a rate of the two */
  record(body: RecordExchangeRateDto, actor: Actor): Promise<ExchangeRate> {
    if (body.fromCurrency === body.toCurrency)
      throw new InvalidInput({ toCurrency: ['Name another currency than the one it is of.'] });
    const ratedOn = pastDay('ratedOn', body.ratedOn, today(this.config.TZ_HOUSE));
    return this.transaction.run(async () => {
      const rate = Object.assign(new ExchangeRate(), body, { ratedOn });
      await this.rates.insert(rate);
      const { after } = changesBetween(new ExchangeRate(), rate, TOLD);
      await this.outbox.record(new ExchangeRateRecorded({ id: rate.id, rowVersion: 1 }, actor, { before: {}, after }));
      return rate;
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const rate = await this.rates.getForUpdate(id, expected);
      await this.rates.trash(rate);
      const { before } = changesBetween(rate, new ExchangeRate(), TOLD);
      await this.outbox.record(
        new ExchangeRateDeleted({ id, rowVersion: rate.rowVersion }, actor, { before, after: {} }),
      );
    });
  }
}
