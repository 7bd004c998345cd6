import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Express, Request, Response } from 'express';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ResourceNotFound } from '../errors/domain-error';
import { partOfContract, partsOf } from './contract-part';
import { errorCodesPage } from './error-codes-page';
import { partByPart } from './part-by-part';
import { ALL_PARTS, redocPage } from './redoc-page';

/** What `npm run api` wrote, and a test holds to the controllers: to make it anew costs each start a second and 20 MB. */
const CONTRACT = join(__dirname, '../../../openapi.json');
const contract = (): OpenAPIObject => JSON.parse(readFileSync(CONTRACT, 'utf8')) as OpenAPIObject;

/** ReDoc fetches its maker's logo from elsewhere; a house without internet would wait for it. */
const redocWithoutLogo = (): string =>
  readFileSync(require.resolve('redoc/bundles/redoc.standalone.js'), 'utf8').replaceAll(
    'https://cdn.redoc.ly/redoc/logo-mini.svg',
    'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E',
  );

/** @throws ResourceNotFound 404 */
function existing(asked: unknown, parts: readonly string[]): string {
  if (typeof asked === 'string' && parts.includes(asked)) return asked;
  throw new ResourceNotFound('part of the contract');
}

/** Swagger UI, ReDoc, the contract, whole or in parts, and the list of error codes: public, and every asset comes from here. */
export function serveDocs(app: NestExpressApplication): void {
  const server = app.getHttpAdapter().getInstance() as Express;
  let known: readonly string[] | undefined;
  const parts = () => (known ??= partsOf(contract()));
  server.get('/api/schema', ({ query: { part } }: Request, response: Response) =>
    part === undefined
      ? response.sendFile(CONTRACT)
      : response.json(partOfContract(contract(), existing(part, parts()))),
  );
  server.get('/api/redoc', ({ query: { part = 'orders' } }: Request, response: Response) =>
    response.type('html').send(redocPage(parts(), existing(part, [...parts(), ALL_PARTS]))),
  );
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
      syntaxHighlight: false, // colours of an answer of 25 orders cost seconds
      plugins: [partByPart],
    },
  });
}
