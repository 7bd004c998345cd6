import 'reflect-metadata';
import './platform/logging/unheard';
import { NestFactory } from '@nestjs/core';
import { ConfigurationFault, loadConfig } from './platform/config/config';
import { poolOf } from './platform/database/pool';
import { letDatabaseStandBack, standBack } from './platform/jobs/stand-back';
import { endOnUncaught } from './platform/logging/last-words';
import { Faults } from './platform/telemetry/faults';
import { startTracing } from './platform/telemetry/tracing';

/** Of the pool of connections: what works in the background leaves the others to who answers people. */
const MOST_CONNECTIONS = 5;
/** Of the machine (`nice`): where both want it, who answers people has twice as much, above all while it starts. */
const NICENESS = 3;

/** The same modules without the API: event delivery and background jobs; on WORKER_PORT how it fares, where that is set. */
async function main(): Promise<void> {
  standBack(NICENESS);
  const asked = loadConfig(process.env);
  const DATABASE_POOL = Math.min(asked.DATABASE_POOL, MOST_CONNECTIONS);
  const config = { ...asked, DATABASE_POOL, PROVABOOK_ROLE: 'worker' as const };
  await startTracing(config);
  const { Logger } = await import('nestjs-pino'); // what is traced is loaded after
  const { AppModule } = await import('./app.module.js');
  const { Transaction } = await import('./platform/database/transaction.js');
  const { Jobs } = await import('./platform/jobs/jobs.js');
  const { openWatchPort } = await import('./platform/health/watch-port.js');
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  letDatabaseStandBack(poolOf(app.get(Transaction).manager), NICENESS);
  endOnUncaught(config, (error) => app.get(Faults).tellLast(error));
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await openWatchPort(app, config);
  await app.get(Jobs).begin();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigurationFault ? error.message : String((error as Error).stack)}\n`);
  process.exit(error instanceof ConfigurationFault ? 78 : 1);
});
