import { join } from 'node:path';
import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './naming';

// A DATE is a calendar day and stays the text that it is: no zone can shift it.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** How the one house's database is opened. Entities are found by their file names. */
export function dataSourceOptions(url: string, pool = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [join(__dirname, '../../**/*.entity.{js,ts}')],
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize: pool,
    connectTimeoutMS: 3_000,
    extra: {
      statement_timeout: 10_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 15_000,
      application_name: 'provabook',
      // Every statement here is short: to compile it takes longer than to run it, and planners think otherwise of searches.
      options: '-c jit=off',
      keepAlive: true,
    },
  };
}
