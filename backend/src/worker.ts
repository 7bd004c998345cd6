import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigurationFault, loadConfig } from './platform/config/config';
import { endOnUncaught } from './platform/logging/last-words';
import { Faults } from './platform/telemetry/faults';
import { startTracing } from './platform/telemetry/tracing';

/** The same modules without the API: event delivery and background jobs; on WORKER_PORT how it fares, where that is set. */
async function main(): Promise<void> {
  const config = { ...loadConfig(process.env), PROVABOOK_ROLE: 'worker' as const };
  await startTracing(config);
  const { Logger } = await import('nestjs-pino'); // what is traced is loaded after
  const { AppModule } = await import('./app.module.js');
  const { openWatchPort } = await import('./platform/health/watch-port.js');
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  endOnUncaught(config, (error) => app.get(Faults).tellLast(error));
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await openWatchPort(app, config);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigurationFault ? error.message : String((error as Error).stack)}\n`);
  process.exit(error instanceof ConfigurationFault ? 78 : 1);
});
