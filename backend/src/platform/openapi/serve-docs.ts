import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import express, { type Express, type Request, type Response } from 'express';
import { dirname, join } from 'node:path';
import { errorCodesPage } from './error-codes-page';

const REDOC_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Provabook API reference</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>body{margin:0}</style></head>
<body><redoc spec-url="/api/schema/"></redoc><script src="/api/redoc/redoc.standalone.js"></script></body></html>`;

/** Swagger UI, ReDoc, the schema and the list of error codes: public, and every asset comes from here. */
export function serveDocs(app: NestExpressApplication, document: OpenAPIObject): void {
  const bundles = join(dirname(require.resolve('redoc/package.json')), 'bundles');
  app.use('/api/redoc', express.static(bundles, { index: false, maxAge: '1d' }));
  const server = app.getHttpAdapter().getInstance() as Express;
  server.get('/api/schema', (_request: Request, response: Response) => response.json(document));
  server.get('/api/redoc', (_request: Request, response: Response) => response.type('html').send(REDOC_PAGE));
  server.get('/docs/errors', (_request: Request, response: Response) =>
    response.type('html').send(errorCodesPage(document)),
  );
  SwaggerModule.setup('api/docs', app, document, {
    customSiteTitle: 'Provabook API',
    swaggerOptions: {
      persistAuthorization: true,
      tryItOutEnabled: true,
      filter: true,
      deepLinking: true,
      displayRequestDuration: true,
      docExpansion: 'none',
    },
  });
}
