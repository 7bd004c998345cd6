import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { cloneTemplate } from '../support/database';
import { eventually } from '../support/eventually';
import { bodyOf, listen } from '../support/loopback';

const DIST = join(__dirname, '../../dist');
const SECRET_KEY = 'canary of the key that signs everything';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The built server in a process of its own, as it is started for a house. */
async function startServer(env: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'telemetry-'));
  const database = await cloneTemplate();
  const port = await freePort();
  const server = spawn(process.execPath, [join(DIST, 'main.js')], {
    env: {
      ...{ PATH: process.env['PATH'], PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, SECRET_KEY },
      ...{ DATABASE_URL: database.url, PROVABOOK_ROLE: 'api', LOG_LEVEL: 'silent', ...env },
    },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  const end = async (): Promise<void> => {
    server.kill('SIGTERM');
    await ended;
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const until = Date.now() + 90_000; !(await isReady()); await new Promise((wake) => setTimeout(wake, 200)))
    if (Date.now() > until || server.exitCode !== null) {
      await end();
      throw new Error('The server did not become ready.');
    }
  return { url, databaseUrl: database.url, end };
}

it('what watches the house tells of faults and of time, and of nothing that was asked', async () => {
  const heard = { sentry: '', traces: '' };
  const sink = await listen((request, response) => {
    void bodyOf(request).then((body) => {
      heard[request.url?.startsWith('/v1/traces') ? 'traces' : 'sentry'] += body.toString('latin1');
      response.setHeader('Content-Type', 'application/json').end('{}');
    });
  });
  const server = await startServer({
    SENTRY_DSN: sink.url.replace('://', '://public@') + '/7',
    OTEL_EXPORTER_OTLP_ENDPOINT: sink.url,
    OTEL_BSP_SCHEDULE_DELAY: '200',
    PROVABOOK_ROLE: 'all',
  });
  try {
    await fetch(`${server.url}/api/v1/calendar/feed.ics?key=canary-of-the-link`);
    const client = new pg.Client(server.databaseUrl);
    await client.connect();
    await client.query('ALTER TABLE sign_in_attempts RENAME TO away');
    await client.query('ALTER TABLE digest_mails RENAME TO gone');
    await client.query(
      `INSERT INTO pgboss.job (name, data, retry_limit, policy)
       VALUES ('digests', '{"userId": "${randomUUID()}", "day": "2026-11-22"}', 1, 'standard')`,
    );
    await client.end();
    const fault = await fetch(`${server.url}/api/v1/auth/login/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer canary-of-the-header' },
      body: JSON.stringify({ email: 'canary@house.test', password: 'canary of the password' }),
    });
    expect(fault.status).toBe(500);
    const { requestId } = (await fault.json()) as { requestId: string };

    await eventually(async () => expect(heard.sentry).toContain(requestId));
    expect(heard.sentry).toContain('relation \\"sign_in_attempts\\" does not exist');
    expect(heard.sentry).toContain('"operation":"signIn"');
    // A job is told of once it is given up, not each time it is tried.
    await eventually(async () => expect(heard.sentry).toContain('"queue":"digests"'), 30);
    expect(heard.sentry.match(/relation \\"digest_mails\\" does not exist/g)).toHaveLength(1);
    await eventually(async () => expect(heard.traces).toMatch(/"name":"signIn"/));
    expect(heard.traces).toMatch(/"name":"readCalendarFeed"/);
    expect(heard.traces).toMatch(/FROM sign_in_attempts/);
    expect(heard.sentry + heard.traces).not.toContain('canary');
  } finally {
    await server.end();
    await sink.close();
  }
}, 180_000);

it('without settings nothing of it is even loaded', () => {
  const code = `require(${JSON.stringify(join(DIST, 'main.js'))}); require(${JSON.stringify(join(DIST, 'app.js'))});
    process.stdout.write(Object.keys(require.cache).join('\\n')); process.exit(0);`;
  const { stdout } = spawnSync(process.execPath, ['-e', code], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  expect(stdout).toContain('error.filter.js');
  expect(stdout.split('\n').filter((file) => /@sentry|opentelemetry|prom-client|ioredis/.test(file))).toEqual([]);
});
