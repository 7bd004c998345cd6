import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { hashPassword } from '../modules/auth/passwords';
import { BackupRefused } from '../platform/backup/backup.errors';
import type { TriedHouse } from '../platform/backup/drill-backup';

const PATIENCE_MS = 60_000;

/**
 * Starts the server on the restored house, as an API alone so that no mail of long ago is sent, signs in, and reads what is there.
 * @throws BackupRefused when anything of it does not go as it does every day
 */
export async function signedIn({ ownerUrl, appUrl, folder, media }: TriedHouse): Promise<void> {
  const { email, password, orders } = await addPerson(ownerUrl);
  const port = await freePort();
  const child = spawn(process.execPath, [join(__dirname, '../main.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // Nothing of the live house's environment but what finds programs: neither its mail, nor its files, nor its keys.
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PROVABOOK_ROLE: 'api',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: appUrl,
      SECRET_KEY: randomBytes(32).toString('hex'),
      DATA_DIR: folder,
      MEDIA_ROOT: media,
      LOG_LEVEL: 'error',
    },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = `${said}${text}`.slice(-2000)));
  const ended = once(child, 'exit');
  try {
    const house = `http://127.0.0.1:${port}`;
    await Promise.race([ready(house), ended]);
    if (child.exitCode !== null)
      throw new BackupRefused(`The server does not start on what was restored: ${said.trim()}`);
    const entered = await ask(`${house}/api/v1/auth/login/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const list = await ask(`${house}/api/v1/orders/?pageSize=1`, {
      headers: { Authorization: `Bearer ${String(entered['access'])}` },
    });
    if (list['countCapped'] !== true && list['count'] !== orders)
      throw new BackupRefused(`The restored house shows ${String(list['count'])} orders; its rows have ${orders}.`);
  } finally {
    child.kill('SIGKILL');
    if (child.exitCode === null) await ended;
  }
}

/** Somebody who exists in the restored house alone: its own people's passwords are nobody's to know. */
async function addPerson(url: string): Promise<{ email: string; password: string; orders: number }> {
  const [email, password] = [
    `drill-${randomBytes(6).toString('hex')}@provabook.invalid`,
    randomBytes(18).toString('base64url'),
  ];
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO user_profiles (id, email, full_name, role, password_hash) VALUES ($1, $2, 'Drill', 'manager', $3)`,
      [uuid(), email, await hashPassword(password)],
    );
    const { rows } = await client.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM orders WHERE deleted_at IS NULL',
    );
    return { email, password, orders: rows[0]?.n ?? 0 };
  } finally {
    await client.end();
  }
}

async function ready(house: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(100)) {
    const answer = await fetch(`${house}/readyz`).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > until) throw new BackupRefused('The server did not get ready on what was restored.');
  }
}

async function ask(url: string, request: RequestInit): Promise<Record<string, unknown>> {
  const answer = await fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new BackupRefused(`${new URL(url).pathname} of the restored house answers ${answer.status}.`);
  return (await answer.json()) as Record<string, unknown>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
