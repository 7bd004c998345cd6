import supertest from 'supertest';
import { createApp } from '../../src/app';
import { CONFIG, type Config } from '../../src/platform/config/config';
import { openApiDocument } from '../../src/platform/openapi/document';
import { operationsOf } from '../../src/platform/openapi/operations';
import { House } from '../support/house';
import { hasRedis, startRedis } from '../support/redis';

const LIMITS = 'public=20,signed-in=40,admin=60,uploads=5';

let house: House;
beforeAll(async () => (house = await House.open({ RATE_LIMITS: LIMITS, TRUST_PROXY: 'loopback' })));
afterAll(() => house?.close());
beforeEach(() => house.query('DELETE FROM rate_allowances'));

let address = 0;
/** Somebody whom a proxy tells of. */
const from = () => ({ 'X-Forwarded-For': `203.0.113.${++address}` });

/** What so many calls at once were answered, by status. */
async function statuses(count: number, call: () => Promise<{ status: number }>): Promise<Record<number, number>> {
  const answers = await Promise.all(Array.from({ length: count }, call));
  return answers.reduce<Record<number, number>>(
    (sum, { status }) => ({ ...sum, [status]: (sum[status] ?? 0) + 1 }),
    {},
  );
}

describe('limits of requests', () => {
  it('are told on every answer, and refuse in the one envelope with the time to wait', async () => {
    const headers = from();
    const first = await house.anonymous.get('/auth/welcome/', { headers });
    expect(first.headers).toMatchObject({
      'ratelimit-policy': '"public";q=20;w=60',
      ratelimit: expect.stringMatching(/^"public";r=19;t=(59|60)$/) as string,
    });
    expect(await statuses(30, () => house.anonymous.get('/auth/welcome/', { headers }))).toEqual({ 200: 19, 429: 11 });
    const refused = await house.anonymous.get('/auth/welcome/', { headers });
    expect(refused.body).toMatchObject({ status: 429, code: 'request.too_many' });
    expect(refused.headers['retry-after']).toBe(String(refused.body['retryAfterSeconds']));
    expect((await house.anonymous.get('/auth/welcome/', { headers: from() })).status).toBe(200);
  });

  it('count who is not signed in by address: what is asked of them does not matter, nor do tokens they made up', async () => {
    const headers = from();
    const stranger = house.withToken('not.a.token');
    expect(await statuses(12, () => stranger.get('/orders/', { headers }))).toEqual({ 401: 12 });
    expect(await statuses(12, () => house.anonymous.get('/auth/users/', { headers }))).toEqual({ 401: 8, 429: 4 });
  });

  it('count people by who they are wherever they come from, and admins more widely', async () => {
    const asks = (person: 'merchandiser' | 'colleague' | 'admin') => () =>
      house.as(person).get('/auth/profile/', { headers: from() });
    expect(await statuses(50, asks('merchandiser'))).toEqual({ 200: 40, 429: 10 });
    expect(await statuses(50, asks('colleague'))).toEqual({ 200: 40, 429: 10 });
    expect(await statuses(65, asks('admin'))).toEqual({ 200: 60, 429: 5 });
  });

  it('hold files to a narrower one besides', async () => {
    const announce = () => house.as('manager').post('/documents/uploads/', {});
    expect(await statuses(8, announce)).toEqual({ 400: 5, 429: 3 });
    const { status, headers } = await house.as('manager').get('/auth/profile/');
    expect([status, headers['ratelimit']]).toEqual([200, expect.stringMatching(/^"signed-in";r=31;/)]);
    const unlimited = operationsOf(openApiDocument(house.app)).filter(({ operation }) => {
      const body = operation.requestBody;
      return body && 'content' in body && 'multipart/form-data' in body.content && !('x-rate-limit' in operation);
    });
    expect(unlimited.map(({ operation }) => operation.operationId)).toEqual([]);
  });

  it('never stop who looks after the house', async () => {
    const headers = from();
    const looks = () => supertest(house.app.getHttpServer()).get('/healthz').set(headers);
    expect(await statuses(30, async () => ({ status: (await looks()).status }))).toEqual({ 200: 30 });
  });

  const shared = [['the database', false], ...(hasRedis ? [['Redis', true] as const] : [])] as const;
  it.each(shared)('are shared by two processes through %s', async (_, isRedis) => {
    const redis = isRedis ? await startRedis() : null;
    const config = { ...house.app.get<Config>(CONFIG), REDIS_URL: redis?.url };
    const processes = [await createApp(config), await createApp(config)];
    try {
      await Promise.all(processes.map((each) => each.init()));
      const headers = from();
      const answers = await Promise.all(
        processes.map((each) =>
          statuses(30, async () => supertest(each.getHttpServer()).get('/api/v1/auth/welcome/').set(headers)),
        ),
      );
      expect(answers.reduce((sum, each) => sum + (each[200] ?? 0), 0)).toBe(20);
      const [kept] = await house.query<{ used: number }>(`SELECT used FROM rate_allowances`);
      expect(kept?.used).toBe(isRedis ? undefined : 20);
    } finally {
      await Promise.all(processes.map((each) => each.close()));
      await redis?.end();
    }
  });
});
