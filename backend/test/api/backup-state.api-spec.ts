import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import supertest from 'supertest';
import { besides } from '../support/backups';
import { eventually } from '../support/eventually';
import { freePort } from '../support/free-port';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

/** Tests that start programs of their own: each reads all of the server first. */
const LONG = 150_000;
const run = promisify(execFile);
const BASE = '/administration/backups';
const TOKEN = 'known-to-Prometheus-alone';

interface State {
  lastBackup: Record<string, unknown> | null;
  lastDrill: Record<string, unknown> | null;
  isBackupOverdue: boolean;
  isDrillOverdue: boolean;
}

let folder: string;
let house: House;
let env: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-state-'));
  env = { DATA_DIR: folder, BACKUP_AT: '02:30', BACKUP_KEEP: '30d' };
  house = await House.open(env);
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

const ready = async () => (await supertest(house.app.getHttpServer()).get('/readyz')).body as object;
const state = async () => (await house.as('admin').get<State>(`${BASE}/state/`)).body;
/** As if it had been some hours ago. */
const age = (column: string, table: string, hours: number) =>
  house.query(`UPDATE ${table} SET ${column} = now() - $1 * interval '1 hour'`, [hours]);
const environment = () => ({
  ...process.env,
  ...env,
  DATABASE_URL: house.databaseUrl,
  SECRET_KEY: 'a secret that only the tests of this house know',
});
const program = (name: string, ...args: string[]) =>
  run(process.execPath, [join(__dirname, `../../dist/${name}.js`), ...args], { env: environment() });

describe('what is known of backups', () => {
  it('is for admins', async () => {
    for (const path of [`${BASE}/`, `${BASE}/state/`]) {
      expect((await house.anonymous.get(path)).status).toBe(401);
      expect((await house.as('manager').get(path)).status).toBe(403);
    }
    expect((await house.as('manager').post(`${BASE}/`)).status).toBe(403);
    expect((await house.as('admin').get(`${BASE}/?kind=copy`)).body['code']).toBe('request.invalid');
  });

  it('says when one is missed, and that the house works all the same', async () => {
    expect(await state()).toEqual({
      lastBackup: null,
      lastDrill: null,
      isBackupOverdue: false,
      isDrillOverdue: false,
      dailyAt: '02:30',
      keepDays: 30,
      isEncrypted: false,
      walArchiving: 'off',
      walArchivedAt: null,
    });
    expect(await ready()).toEqual({ status: 'ready' });
    await age('created_at', 'user_profiles', 27);
    expect(await state()).toMatchObject({ isBackupOverdue: true, isDrillOverdue: false });
    await age('created_at', 'user_profiles', 24 * 36);
    expect(await ready()).toEqual({ status: 'ready', overdue: ['backup', 'drill'] });
  });

  it('is told by a backup', async () => {
    await house.given.order();
    await program('backup');
    const [file = ''] = await readdir(join(folder, 'backups'));
    expect(await state()).toMatchObject({
      lastBackup: {
        kind: 'backup',
        state: 'done',
        fileName: file,
        isEncrypted: false,
        files: 0,
        missingFiles: 0,
        fault: null,
      },
      isBackupOverdue: false,
      isDrillOverdue: true,
    });
  });

  it(
    'is told by a drill, which leaves nothing behind',
    async () => {
      const { stdout } = await program('drill');
      expect(stdout).toContain('makes a house that works');
      expect(await besides(house.databaseUrl)).toEqual([]);
      const { lastDrill, isDrillOverdue } = await state();
      const [file] = await readdir(join(folder, 'backups'));
      expect(lastDrill).toMatchObject({ fileName: file, rows: expect.any(Number), rtoSeconds: expect.any(Number) });
      expect(lastDrill?.['rtoSeconds']).toBeGreaterThan(0);
      expect(isDrillOverdue).toBe(false);
      await writeFile(join(folder, 'torn.tar.gz'), 'torn');
      await expect(program('drill', join(folder, 'torn.tar.gz'))).rejects.toMatchObject({ code: 78 });
      const read = () => house.as('admin').get<{ results: State['lastDrill'][] }>(`${BASE}/`);
      const { results } = (await read()).body;
      expect(results.map((each) => [each?.['kind'], each?.['state']])).toEqual([
        ['drill', 'failed'],
        ['drill', 'done'],
        ['backup', 'done'],
      ]);
      expect(results[0]?.['fault']).toMatch(/^The backup is damaged/);
      expect((await statementsDuring(read)).statements).toHaveLength(2);
      await age('started_at', 'backup_runs', 27);
      expect(await ready()).toEqual({ status: 'ready', overdue: ['backup'] });
    },
    LONG,
  );
});

describe('a backup that is asked for', () => {
  it(
    'is made by a worker, once, which tells on a port of its own how it fares',
    async () => {
      for (const _twice of [1, 2]) expect((await house.as('admin').post(`${BASE}/`)).status).toBe(202);
      const port = await freePort();
      const asked = (path: string) =>
        fetch(`http://127.0.0.1:${port}${path}`, { headers: { Authorization: `Bearer ${TOKEN}` } });
      const worker = spawn(process.execPath, [join(__dirname, '../../dist/worker.js')], {
        env: { ...environment(), HOST: '127.0.0.1', WORKER_PORT: String(port), METRICS_TOKEN: TOKEN },
        stdio: 'ignore',
      });
      const ended = once(worker, 'exit');
      const runs = () =>
        house.query<{ state: string }>(`SELECT state FROM backup_runs WHERE started_at > now() - interval '1 hour'`);
      const made = () => readdir(join(folder, 'backups')).catch(() => []);
      const before = (await made()).length;
      try {
        await eventually(async () => expect(await runs()).toEqual([{ state: 'done' }]), 120);
        expect(await (await asked('/healthz')).json()).toEqual({ status: 'alive' });
        expect((await asked('/readyz')).status).toBe(200);
        expect(await (await asked('/metrics')).text()).toMatch(/queue="backups"/);
        expect((await asked('/api/v1/orders/')).status).toBe(404);
      } finally {
        worker.kill();
        await ended;
      }
      await expect(asked('/healthz')).rejects.toThrow();
      expect((await state()).isBackupOverdue).toBe(false);
      expect(await made()).toHaveLength(before + 1);
    },
    LONG,
  );
});
