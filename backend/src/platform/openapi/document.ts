import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { describeErrors, PROBLEM_SCHEMAS } from './errors';
import { addExamples } from './examples';
import { toVersion31 } from './nullable';

/** The contract: OpenAPI 3.1, made from the code alone, so that it can neither lie nor lag behind. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Provabook API')
    .setDescription(
      'Follows a buying house’s fabric orders from inquiry to shipment. JSON in camelCase; money and quantities are ' +
        'decimal strings beside their currency or unit; days are `2025-11-13`, instants UTC. Errors are problem+json ' +
        '(RFC 9457) with a stable `code`. Every POST honours `Idempotency-Key`, every change `If-Match`.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'An access token from /api/v1/auth/login/',
    })
    .build();
  const document = SwaggerModule.createDocument(app, builder, {
    operationIdFactory: (_controller, method) => method,
  });
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...PROBLEM_SCHEMAS } };
  describeErrors(document);
  addExamples(document);
  return sortPaths(toVersion31(document));
}

/** Addresses in the order of the alphabet and with their trailing slash, so that the committed file changes little. */
function sortPaths(document: OpenAPIObject): OpenAPIObject {
  const paths = Object.entries(document.paths)
    .map(([path, item]) => [path.endsWith('/') || /\.\w+$/.test(path) ? path : `${path}/`, item] as const)
    .sort(([a], [b]) => a.localeCompare(b));
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: {
      ...document.components,
      schemas: sorted(document.components?.schemas),
      responses: sorted(document.components?.responses),
    },
  };
}

const sorted = <T>(entries: Record<string, T> = {}): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).sort(([a], [b]) => a.localeCompare(b)));
