import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { Transaction } from '../database/transaction';
import { PostgresAllowances } from './postgres-allowances';
import { RateLimits } from './rate-limits';
import { RedisAllowances } from './redis-allowances';

@Global()
@Module({
  providers: [
    {
      provide: RateLimits,
      inject: [CONFIG, Transaction],
      useFactory: async (config: Config, transaction: Transaction) =>
        new RateLimits(
          config.RATE_LIMITS,
          config.REDIS_URL && config.PROVABOOK_ROLE !== 'worker'
            ? await RedisAllowances.connect(config.REDIS_URL)
            : new PostgresAllowances(transaction),
        ),
    },
  ],
  exports: [RateLimits],
})
export class LimitsModule {}
