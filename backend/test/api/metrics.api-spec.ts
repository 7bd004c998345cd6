import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import supertest from 'supertest';
import { House } from '../support/house';

const token = 'what-only-prometheus-knows';

let house: House;
beforeAll(async () => (house = await House.open({ METRICS_TOKEN: token })));
afterAll(() => house?.close());

const scrape = (bearer?: string) => {
  const request = supertest(house.app.getHttpServer()).get('/metrics');
  return bearer ? request.set('Authorization', `Bearer ${bearer}`) : request;
};
const figure = (text: string, series: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.split(' ')[1],
  );

describe('the figures for Prometheus', () => {
  it('are for who has the token alone', async () => {
    expect((await scrape()).status).toBe(401);
    expect((await scrape(`${token}x`)).body).toMatchObject({ status: 401, code: 'metrics.token_wanted' });
    const { status, headers } = await scrape(token);
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 200,
      type: 'text/plain; charset=utf-8; version=0.0.4',
    });
  });

  it('tell how long each operation took, refused ones too, by its name and never by an address', async () => {
    const { id } = await house.given.order();
    for (const caller of [house.as('merchandiser'), house.as('colleague'), house.anonymous])
      await caller.get(`/orders/${id}/`);
    const { text } = await scrape(token);
    const answers = (status: number) =>
      figure(text, `provabook_request_duration_seconds_count{operation="getOrder",status="${status}"}`);
    expect([200, 401, 404].map(answers)).toEqual([1, 1, 1]);
    expect(text).not.toContain(id);
  });

  it('tell of jobs that wait, and of connections', async () => {
    await house.query(
      `INSERT INTO pgboss.job (name, data, start_after, state) VALUES
         ('digests', '{}', now() - interval '5 minutes', 'retry'), ('digests', '{}', now() + interval '1 hour', 'created'),
         ('digests', '{}', now() - interval '1 hour', 'completed'), ('alerts', '{}', now() - interval '1 hour', 'failed')`,
    );
    const { text } = await scrape(token);
    const jobs = (queue: string, state: string) =>
      figure(text, `provabook_queue_jobs{queue="${queue}",state="${state}"}`);
    expect([jobs('digests', 'waiting'), jobs('digests', 'failed')]).toEqual([1, 0]);
    expect([jobs('alerts', 'waiting'), jobs('alerts', 'failed'), jobs('exports', 'waiting')]).toEqual([0, 1, 0]);
    expect(figure(text, 'provabook_queue_oldest_seconds{queue="digests"}')).toBeCloseTo(300, -1);
    expect(figure(text, 'provabook_database_connections{state="waiting"}')).toBe(0);
    expect(figure(text, 'provabook_database_up')).toBe(1);
    expect(figure(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  });

  it.each(['prometheus/alerts.yml', 'grafana/provabook.json'])('are what docker/%s asks for', async (file) => {
    const { text } = await scrape(token);
    const told = new Set([...text.matchAll(/^(\w+)(?:\{| )/gm)].map(([, name]) => name));
    const asked = readFileSync(join(__dirname, '../../../docker', file), 'utf8').matchAll(
      /\b(?:provabook|nodejs|process)_\w+/g,
    );
    const names = [...asked].map(([name]) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !told.has(name))).toEqual([]);
  });
});

it('without a token there is no such address', async () => {
  const other = await House.open();
  const answer = await supertest(other.app.getHttpServer()).get('/metrics').set('Authorization', `Bearer ${token}`);
  await other.close();
  expect(answer.body).toMatchObject({ status: 404, code: 'request.no_such_route' });
});
