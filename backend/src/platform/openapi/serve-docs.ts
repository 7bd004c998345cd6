import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Express, Request, Response } from 'express';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodesPage } from './error-codes-page';
import { partByPart } from './part-by-part';

/** What `npm run api` wrote, and a test holds to the controllers: to make it anew costs each start a second and 20 MB. */
const CONTRACT = join(__dirname, '../../../openapi.json');
const contract = (): OpenAPIObject => JSON.parse(readFileSync(CONTRACT, 'utf8')) as OpenAPIObject;

/** ReDoc writes every operation at once; the browser lays out only those in sight. */
const REDOC_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Provabook API reference</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>body{margin:0}
[data-section-id]{content-visibility:auto;contain-intrinsic-size:auto 900px}</style></head>
<body><redoc spec-url="/api/schema/"></redoc><script src="/api/redoc/redoc.standalone.js"></script></body></html>`;

/** ReDoc fetches its maker's logo from elsewhere; a house without internet would wait for it. */
const redocWithoutLogo = (): string =>
  readFileSync(require.resolve('redoc/bundles/redoc.standalone.js'), 'utf8').replaceAll(
    'https://cdn.redoc.ly/redoc/logo-mini.svg',
    'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E',
  );

/** Swagger UI, ReDoc, the contract and the list of error codes: public, and every asset comes from here. */
export function serveDocs(app: NestExpressApplication): void {
  const server = app.getHttpAdapter().getInstance() as Express;
  server.get('/api/schema', (_request: Request, response: Response) => response.sendFile(CONTRACT));
  server.get('/api/redoc', (_request: Request, response: Response) => response.type('html').send(REDOC_PAGE));
  server.get('/api/redoc/redoc.standalone.js', (_request: Request, response: Response) =>
    response.type('js').set('Cache-Control', 'public, max-age=86400').send(redocWithoutLogo()),
  );
  server.get('/docs/errors', (_request: Request, response: Response) =>
    response.type('html').send(errorCodesPage(contract())),
  );
  SwaggerModule.setup('api/docs', app, contract, {
    customSiteTitle: 'Provabook API',
    swaggerOptions: {
      persistAuthorization: true,
      tryItOutEnabled: true,
      filter: true,
      deepLinking: true,
      displayRequestDuration: true,
      docExpansion: 'none',
      plugins: [partByPart],
    },
  });
}
