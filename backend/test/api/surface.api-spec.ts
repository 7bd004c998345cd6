import supertest from 'supertest';
import { createApp } from '../../src/app';
import { CONFIG, loadConfig, type Config } from '../../src/platform/config/config';
import { House } from '../support/house';

let house: House;
beforeAll(async () => {
  house = await House.open({
    PUBLIC_URL: 'https://house.test',
    ALLOWED_HOSTS: '*.inside.test,other.test',
    CORS_ALLOWED_ORIGINS: 'https://pages.test',
  });
});
afterAll(() => house?.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  supertest(house.app.getHttpServer()).get(path).set(headers);
const WELCOME = '/api/v1/auth/welcome/';

describe('what every answer says to a browser', () => {
  it('is where scripts may come from, and that nothing else may be guessed, framed, kept or told on', async () => {
    const { headers } = await get(WELCOME);
    const policy = Object.fromEntries(
      headers['content-security-policy']!.split(';').map((part) => part.trim().split(/ (.*)/s).slice(0, 2)),
    ) as Record<string, string>;
    expect(policy).toMatchObject({
      'default-src': "'self'",
      'script-src': "'self'",
      'script-src-attr': "'none'",
      'connect-src': "'self'",
      'object-src': "'none'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
    });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': expect.stringContaining('max-age=31536000') as string,
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()') as string,
      'cache-control': 'no-store',
      'x-request-id': expect.stringMatching(/^[\w-]{36}$/) as string,
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('is packed for whoever reads that, where it is long enough', async () => {
    const me = house.as('admin');
    const [long, short] = ['/auth/capabilities/', '/notifications/unread-count/'];
    const packed = await me.get(long, { headers: { 'Accept-Encoding': 'gzip' } });
    expect([packed.status, packed.headers['content-encoding']]).toEqual([200, 'gzip']);
    for (const [path, encoding] of [
      [long, 'identity'],
      [short, 'gzip'],
    ] as const) {
      const plain = await me.get(path, { headers: { 'Accept-Encoding': encoding } });
      expect([plain.status, plain.headers['content-encoding']]).toEqual([200, undefined]);
    }
    expect((await me.get(long)).body).toEqual(packed.body);
  });

  it('names as a friend the pages that are named, and nobody else', async () => {
    const friend = await get(WELCOME, { Origin: 'https://pages.test' });
    expect(friend.headers).toMatchObject({
      'access-control-allow-origin': 'https://pages.test',
      'access-control-allow-credentials': 'true',
    });
    for (const Origin of ['https://evil.test', 'https://pages.test.evil.test', 'http://pages.test', 'null'])
      expect((await get(WELCOME, { Origin })).headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('the name of the house', () => {
  it.each([
    'house.test',
    'HOUSE.test:443',
    'other.test',
    'api-1.inside.test:8000',
    'localhost:8000',
    '127.0.0.1',
    '[::1]:80',
  ])('is %s', async (Host) => expect((await get(WELCOME, { Host })).status).toBe(200));

  it.each(['evil.test', 'house.test.evil.test', 'inside.test', 'house.test@evil.test', 'a b', '203.0.113.9'])(
    'is not %s',
    async (Host) => {
      const { status, body } = await get(WELCOME, { Host });
      expect({ status, body }).toMatchObject({ status: 421, body: { code: 'request.unknown_host' } });
      expect((await get('/', { Host })).status).toBe(421);
    },
  );

  it('does not matter to who watches over the house', async () => {
    expect((await get('/healthz', { Host: '10.0.0.7:8000' })).status).toBe(200);
    expect((await get('/readyz', { Host: '10.0.0.7:8000' })).status).toBe(200);
  });

  it('may be any where none is set, as long as it is one', async () => {
    const config: Config = { ...house.app.get<Config>(CONFIG), PUBLIC_URL: undefined, ALLOWED_HOSTS: [] };
    const app = await createApp(config);
    await app.init();
    const asked = (Host: string) => supertest(app.getHttpServer()).get(WELCOME).set({ Host });
    const statuses = [(await asked('mill.lan')).status, (await asked('a"b')).status];
    await app.close();
    expect(statuses).toEqual([200, 421]);
  });
});

describe('who stands between', () => {
  const env = { DATABASE_URL: 'postgres://db/house', SECRET_KEY: 'what only the tests of the surface know' };

  it.each(['loopback', 'uniquelocal, 10.0.0.0/8', '2001:db8::/32', '192.0.2.7'])('may be %s', (TRUST_PROXY) =>
    expect(loadConfig({ ...env, TRUST_PROXY }).TRUST_PROXY).toBe(TRUST_PROXY),
  );

  it.each(['true', '1', '*', '0.0.0.0/0', '::/0', '10.0.0.0/33', '10.0.0.0/8/1', ''])('is never %s', (TRUST_PROXY) =>
    expect(() => loadConfig({ ...env, TRUST_PROXY })).toThrow('TRUST_PROXY must be'),
  );

  it('is believed only where it is one: nobody makes up an address', async () => {
    const limited = await House.open({ RATE_LIMITS: 'public=3', TRUST_PROXY: '10.0.0.0/8' });
    const answers = await Promise.all(
      [1, 2, 3, 4].map((last) =>
        supertest(limited.app.getHttpServer()).get(WELCOME).set('X-Forwarded-For', `203.0.113.${last}`),
      ),
    );
    await limited.close();
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429]);
  });

  it.each(['*', 'https://pages.test/', 'pages.test', 'https://*.test'])('lets no page of %s in by mistake', (origin) =>
    expect(() => loadConfig({ ...env, CORS_ALLOWED_ORIGINS: origin })).toThrow('CORS_ALLOWED_ORIGINS must be'),
  );
});
