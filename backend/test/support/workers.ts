import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CONFIG, type Config } from '../../src/platform/config/config';
import { ConfigModule } from '../../src/platform/config/config.module';
import { DatabaseModule } from '../../src/platform/database/database.module';
import { HealthModule } from '../../src/platform/health/health.module';
import { Jobs } from '../../src/platform/jobs/jobs';
import { JobsModule } from '../../src/platform/jobs/jobs.module';
import type { House } from './house';

/** A process that works on a house's jobs and does nothing else. */
export interface Worker {
  jobs: Jobs;
  stop: () => Promise<void>;
}

/** @param isBegun false: it has come, and waits to be told that it may work */
export async function startWorker(house: House, isBegun = true): Promise<Worker> {
  const config: Config = { ...house.app.get<Config>(CONFIG), PROVABOOK_ROLE: 'worker', DATABASE_POOL: 2 };
  const app: INestApplicationContext = await NestFactory.createApplicationContext(
    { module: class Working {}, imports: [ConfigModule.with(config), DatabaseModule, HealthModule, JobsModule] },
    { logger: false, abortOnError: false },
  );
  const jobs = app.get(Jobs);
  if (isBegun) await jobs.begin();
  return { jobs, stop: () => app.close() };
}
