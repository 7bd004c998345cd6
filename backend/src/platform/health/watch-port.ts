import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '../config/config';
import { Metrics } from '../metrics/metrics';
import { carries } from '../metrics/metrics-token';
import { Readiness } from './readiness';

interface Told {
  status: number;
  type?: string;
  text: string;
}

/**
 * `/healthz`, `/readyz` and `/metrics` of a worker, which serves nothing else, on WORKER_PORT; off without it. The same
 * answers as of a process that serves the API.
 */
export function openWatchPort(app: INestApplicationContext, config: Config): Promise<Server | null> {
  if (config.WORKER_PORT === undefined) return Promise.resolve(null);
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000, maxHeaderSize: 4_096 });
  server.on('request', (request, response) => {
    const failed = (): Told => answer(500, { status: 'something unexpected happened' });
    void told(app, config, request)
      .catch(failed)
      .then(({ status, type = 'application/json; charset=utf-8', text }) => {
        response.writeHead(status, {
          'Content-Type': type,
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
        });
        response.end(text);
      });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.WORKER_PORT, config.HOST, () => resolve(server));
  });
}

async function told(app: INestApplicationContext, config: Config, request: IncomingMessage): Promise<Told> {
  if (request.method !== 'GET') return answer(405, { status: 'only GET' });
  switch (request.url?.split('?')[0]) {
    case '/healthz':
      return answer(200, { status: 'alive' });
    case '/readyz': {
      const told = await app.get(Readiness).told();
      return answer(told.failing ? 503 : 200, told);
    }
    case '/metrics': {
      const { METRICS_TOKEN: token } = config;
      if (!token) break;
      if (!carries(request.headers.authorization ?? '', token)) return answer(401, { status: 'a token is wanted' });
      const { type, text } = await app.get(Metrics, { strict: false }).read();
      return { status: 200, type, text };
    }
  }
  return answer(404, { status: 'there is nothing here' });
}

const answer = (status: number, body: object): Told => ({ status, text: JSON.stringify(body) });
