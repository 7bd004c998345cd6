import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import { join } from 'node:path';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { LARGEST_DOCUMENT } from './modules/orders/documents/document.vocabulary';
import { RESUMABLE_UPLOADS } from './modules/orders/documents/resumable-files.controller';
import type { Config } from './platform/config/config';
import { jsonBody } from './platform/http/json-body';
import { knownHosts } from './platform/http/known-hosts';
import { LimitedAdapter } from './platform/http/limited-adapter';
import { requestId } from './platform/http/request-id';
import { neverKept, securityHeaders } from './platform/http/security-headers';
import { UNDO_HEADER } from './platform/http/undo.interceptor';
import { Metrics } from './platform/metrics/metrics';
import { serveDocs } from './platform/openapi/serve-docs';
import { diskFilesRouter } from './platform/storage/disk-files.router';
import { DiskStorage } from './platform/storage/disk.storage';
import { TUS_ANSWERS, tellTus } from './platform/storage/resumable/tell-tus';
import { Storage } from './platform/storage/storage';
import { FILES_URL, filesOrigins } from './platform/storage/storage.module';
import { serveSpa } from './platform/web/serve-spa';

export const API_PREFIX = 'api/v1';
/** What machines ask that run the house: no part of the API. */
export const UNVERSIONED = ['healthz', 'readyz', 'metrics'];

/** The application with everything that stands before a controller; not yet listening. */
export async function createApp(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), new LimitedAdapter(), {
    bufferLogs: true,
    bodyParser: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  app.set('trust proxy', config.TRUST_PROXY);
  app.set('etag', false);
  app.disable('x-powered-by');
  app.setGlobalPrefix(API_PREFIX, { exclude: UNVERSIONED });
  if (config.METRICS_TOKEN) app.use(await app.get(Metrics).begin());
  app.use(requestId);
  app.use(securityHeaders(filesOrigins(config)));
  app.use(knownHosts(config, UNVERSIONED));
  app.use(`/${API_PREFIX}`, neverKept);
  app.use(`/${API_PREFIX}/${RESUMABLE_UPLOADS}`, tellTus(LARGEST_DOCUMENT));
  app.enableCors({
    origin: config.CORS_ALLOWED_ORIGINS,
    credentials: true,
    exposedHeaders: [
      'ETag',
      UNDO_HEADER,
      'X-Request-Id',
      'Idempotency-Replayed',
      'Content-Disposition',
      'Retry-After',
      'RateLimit',
      'RateLimit-Policy',
      'Location',
      ...TUS_ANSWERS,
    ],
  });
  const storage = app.get(Storage);
  if (storage instanceof DiskStorage) app.use(FILES_URL, diskFilesRouter(storage));
  app.use(compression());
  app.use(cookieParser());
  app.use(jsonBody());
  return app;
}

/** Docs and pages; after the controllers are known. */
export function serveSite(app: NestExpressApplication, config: Config): void {
  serveDocs(app);
  serveSpa(app, config.WEB_ROOT ?? join(__dirname, '../../frontend/dist'));
}
