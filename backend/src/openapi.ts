import 'reflect-metadata';
import './platform/logging/unheard';
import { NestFactory } from '@nestjs/core';
import { writeFileSync } from 'node:fs';
import { API_PREFIX, UNVERSIONED } from './app';
import { AppModule } from './app.module';
import { loadConfig } from './platform/config/config';
import { openApiDocument } from './platform/openapi/document';

/** Writes the contract to a file. `preview` reads the controllers without making them: no database is opened. */
async function main(file: string): Promise<void> {
  const config = loadConfig({
    DATABASE_URL: 'postgres://contract@localhost/contract',
    SECRET_KEY: 'the contract is made without any secret',
    LOG_LEVEL: 'silent',
  });
  const app = await NestFactory.create(AppModule.with(config), { preview: true, logger: false, abortOnError: false });
  app.setGlobalPrefix(API_PREFIX, { exclude: UNVERSIONED });
  writeFileSync(file, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
  process.exit(0);
}

main(process.argv[2] ?? 'openapi.json').catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exit(1);
});
