import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/config';

/** Asked every few seconds, and never of interest. */
const UNTRACED = /^\/(healthz|readyz|metrics|assets)/;

/**
 * Traces requests and the statements under them, to where OTEL_EXPORTER_OTLP_ENDPOINT says; nothing of it is loaded
 * otherwise. It wraps http and pg as they are loaded, so a program begins with this and loads the rest after it.
 */
export async function startTracing(config: Config): Promise<void> {
  if (!config.OTEL_EXPORTER_OTLP_ENDPOINT) return;
  const { NodeSDK } = await import('@opentelemetry/sdk-node');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const { HttpInstrumentation } = await import('@opentelemetry/instrumentation-http');
  const { PgInstrumentation } = await import('@opentelemetry/instrumentation-pg');
  const requests = new HttpInstrumentation({
    ignoreIncomingRequestHook: ({ url = '' }) => UNTRACED.test(url),
    // A query may hold the key of a link: addresses are told without.
    applyCustomAttributesOnSpan: (span, request, response) => {
      const [path] = addressOf(request).split('?');
      span.setAttributes({ 'http.target': path, 'http.url': path, 'url.query': '' });
      const operation = (response as { locals?: { operation?: string } }).locals?.operation;
      if (operation) span.updateName(operation);
    },
  });
  const sdk = new NodeSDK({
    serviceName: 'provabook',
    traceExporter: new OTLPTraceExporter({
      url: new URL('v1/traces', folder(config.OTEL_EXPORTER_OTLP_ENDPOINT)).href,
    }),
    metricReaders: [],
    logRecordProcessors: [],
    instrumentations: [requests, new PgInstrumentation({ requireParentSpan: true })],
  });
  sdk.start();
  process.once('SIGTERM', () => void sdk.shutdown().catch(() => undefined));
}

const folder = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

const addressOf = (request: unknown): string =>
  (request as IncomingMessage).url ?? (request as { path?: string }).path ?? '';
