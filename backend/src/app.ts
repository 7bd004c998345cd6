import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import { json } from 'express';
import helmet from 'helmet';
import { join } from 'node:path';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import type { Config } from './platform/config/config';
import { requestId } from './platform/http/request-id';
import { UNDO_HEADER } from './platform/http/undo.interceptor';
import { openApiDocument } from './platform/openapi/document';
import { serveDocs } from './platform/openapi/serve-docs';
import { diskFilesRouter } from './platform/storage/disk-files.router';
import { DiskStorage } from './platform/storage/disk.storage';
import { Storage } from './platform/storage/storage';
import { FILES_URL, filesOrigins } from './platform/storage/storage.module';
import { serveSpa } from './platform/web/serve-spa';

export const API_PREFIX = 'api/v1';

/** The application with everything that stands before a controller; not yet listening. */
export async function createApp(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), {
    bufferLogs: true,
    bodyParser: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  app.set('trust proxy', config.TRUST_PROXY);
  app.set('etag', false);
  app.disable('x-powered-by');
  app.setGlobalPrefix(API_PREFIX, { exclude: ['healthz', 'readyz'] });
  app.use(requestId);
  app.use(securityHeaders(filesOrigins(config)));
  app.enableCors({
    origin: config.CORS_ALLOWED_ORIGINS,
    credentials: true,
    exposedHeaders: ['ETag', UNDO_HEADER, 'X-Request-Id', 'Idempotency-Replayed', 'Content-Disposition', 'Retry-After'],
  });
  const storage = app.get(Storage);
  if (storage instanceof DiskStorage) app.use(FILES_URL, diskFilesRouter(storage));
  app.use(compression());
  app.use(cookieParser());
  app.use(json({ limit: '1mb' }));
  return app;
}

/** Docs and pages; after the controllers are known. */
export function serveSite(app: NestExpressApplication, config: Config): void {
  serveDocs(app, openApiDocument(app));
  serveSpa(app, config.WEB_ROOT ?? join(__dirname, '../../frontend/dist'));
}

/** Scripts only from here; ReDoc and the UI kit inject styles, and ReDoc works in a blob worker. @param files from where else they are read */
const securityHeaders = (files: readonly string[]) =>
  helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', 'https:', ...files],
        connectSrc: ["'self'", 'https:', ...files],
        workerSrc: ["'self'", 'blob:'],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'same-origin' },
  });
