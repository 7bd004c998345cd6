import { CONFIG, type Config } from '../../src/platform/config/config';
import { openWatchPort } from '../../src/platform/health/watch-port';
import { Readiness } from '../../src/platform/health/readiness';
import { freePort } from '../support/free-port';
import { House } from '../support/house';

const TOKEN = 'what only Prometheus knows';
let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

/** A worker's port while `work` is done. */
async function watching(env: Partial<Config>, work: (url: string) => Promise<void>): Promise<void> {
  const WORKER_PORT = await freePort();
  const config: Config = { ...house.app.get<Config>(CONFIG), HOST: '127.0.0.1', WORKER_PORT, ...env };
  const server = await openWatchPort(house.app, config);
  try {
    await work(`http://127.0.0.1:${WORKER_PORT}`);
  } finally {
    server?.closeAllConnections();
    await new Promise((closed) => server?.close(closed));
  }
}

describe('the port of a worker', () => {
  it('is shut unless it is asked for', async () => {
    expect(await openWatchPort(house.app, house.app.get<Config>(CONFIG))).toBeNull();
  });

  it('tells whether it lives and is ready, and nothing else', () =>
    watching({}, async (url) => {
      expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'alive' });
      expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready' });
      const statuses = async (...paths: string[]) =>
        Promise.all(paths.map(async (path) => (await fetch(`${url}${path}`)).status));
      expect(await statuses('/metrics', '/api/v1/orders/', '/', '/healthz/../metrics')).toEqual([404, 404, 404, 404]);
      expect((await fetch(`${url}/healthz`, { method: 'POST' })).status).toBe(405);
    }));

  it('shows its figures to who has the token', () =>
    watching({ METRICS_TOKEN: TOKEN }, async (url) => {
      expect((await fetch(`${url}/metrics`)).status).toBe(401);
      const figures = await fetch(`${url}/metrics`, { headers: { Authorization: `Bearer ${TOKEN}` } });
      expect([figures.status, figures.headers.get('content-type')]).toEqual([
        200,
        expect.stringMatching(/^text\/plain/),
      ]);
      expect(await figures.text()).toMatch(/queue="domain-events"/);
    }));

  it('names what fails', () =>
    watching({}, async (url) => {
      house.app.get(Readiness).register('thing', () => Promise.reject(new Error('secret words')));
      const answer = await fetch(`${url}/readyz`);
      expect([answer.status, await answer.json()]).toEqual([503, { status: 'not ready', failing: ['thing'] }]);
    }));
});
