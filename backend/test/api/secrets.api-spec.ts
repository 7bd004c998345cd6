import { Logger } from '@nestjs/common';
import supertest from 'supertest';
import { Jobs } from '../../src/platform/jobs/jobs';
import { Transaction } from '../../src/platform/database/transaction';
import { House, PASSWORD } from '../support/house';
import { eventually } from '../support/eventually';

const SECRET_KEY = 'canary-of-the-key-that-signs-everything';
const METRICS_TOKEN = 'canary-of-the-figures';

/** Everything that the process writes to its standard output, where the log goes. */
const written: string[] = [];
let house: House;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean(written.push(String(text))));
  house = await House.open({ LOG_LEVEL: 'trace', PROVABOOK_ROLE: 'all', SECRET_KEY, METRICS_TOKEN });
  Logger.flush(); // as listening does
});
afterAll(async () => {
  await house?.close();
  jest.restoreAllMocks();
});

const raw = () => supertest(house.app.getHttpServer());

describe('secrets', () => {
  it('are in no line of the log, wherever they were sent', async () => {
    const admin = house.as('admin');
    const long = (place: string) => `canary of the ${place} with enough letters`;
    const account = { email: 'canary@house.test', fullName: 'Canary', role: 'merchandiser' };

    await house.anonymous.post('/auth/login/', { email: account.email, password: long('refused sign-in') });
    await house.anonymous.post('/auth/token/refresh/', { refresh: long('refresh token') });
    await admin.post('/auth/profile/password/', { currentPassword: PASSWORD, newPassword: long('new password') });
    await admin.post('/auth/profile/password/', { currentPassword: long('wrong password'), newPassword: 'canary' });
    await raw()
      .post('/api/v1/auth/login/')
      .set('Content-Type', 'application/json')
      .send('{"password": "canary of broken');
    await admin.get('/orders/?search=canary-of-the-search');
    await raw().get('/api/v1/calendar/feed.ics?key=canary-of-the-calendar');
    await raw().get('/files/orders/x?signature=canary-of-the-link');
    await house.withToken('canary-of-the-header').get('/auth/profile/');
    await raw().get('/metrics').set('Authorization', `Bearer ${METRICS_TOKEN}`);
    await raw()
      .post('/api/v1/auth/token/refresh/')
      .set({ 'X-Refresh-Token': 'cookie', Cookie: 'provabook_refresh=canary-of-the-cookie' })
      .send({});

    // A fault of ours, whose error carries the statement with its parameters.
    await house.query('ALTER TABLE sign_in_attempts RENAME TO away');
    const fault = await raw()
      .post('/api/v1/auth/login/')
      .send({ email: account.email, password: long('fault') });
    await house.query('ALTER TABLE away RENAME TO sign_in_attempts');
    expect(fault.status).toBe(500);

    // A job that fails on what it was given.
    const before = written.length;
    await house.app
      .get(Transaction)
      .run(() => house.app.get(Jobs).send('document-thumbnails', { documentId: 'canary of the job' }));
    await eventually(async () =>
      expect(written.slice(before).join('')).toContain('A job of document-thumbnails failed'),
    );

    const log = written.join('');
    expect(log).toContain('"path":"/api/v1/auth/login/"');
    expect(log).toContain('"status":500');
    expect(log.split('\n').filter((line) => line.includes('canary'))).toEqual([]);
    expect(log).not.toMatch(/\beyJ|\$argon2|four unrelated words/);
  });

  it('are in no event, no job and no stored answer', async () => {
    const tables = [
      'domain_events',
      'event_deliveries',
      'idempotency_keys',
      'sessions',
      'refresh_tokens',
      'user_profiles',
    ];
    const rows = await Promise.all(
      [...tables, 'pgboss.job'].map((table) =>
        house.query<{ row: string }>(
          `SELECT '${table}: ' || t::text AS row FROM ${table} t WHERE t::text ~* 'canary of'`,
        ),
      ),
    );
    // The job that failed holds what it was given to do: an id, of which this test made its own.
    expect(rows.flat().filter(({ row }) => !row.includes('document-thumbnails'))).toEqual([]);
  });
});
