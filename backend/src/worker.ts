import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { ConfigurationFault, loadConfig } from './platform/config/config';

/** The same modules without HTTP: event delivery and background jobs. */
async function main(): Promise<void> {
  const config = { ...loadConfig(process.env), PROVABOOK_ROLE: 'worker' as const };
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigurationFault ? error.message : String((error as Error).stack)}\n`);
  process.exit(error instanceof ConfigurationFault ? 78 : 1);
});
