import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { screens } from './bench/screens.mjs';
import { serverFlags } from './lib/app-server.mjs';
import { dist, runBackend } from './lib/backend-run.mjs';
import { ensureBackend, ensureFrontend } from './lib/build.mjs';
import { main } from './lib/fault.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { scripts } from './lib/paths.mjs';
import { freePort } from './lib/ports.mjs';
import { withClient } from './lib/postgres/connection.mjs';
import { prepareDataDir } from './lib/postgres/data-home.mjs';
import { launchPostgres } from './lib/postgres/launch.mjs';
import { createDatabase } from './lib/postgres/roles.mjs';
import { endProcess } from './lib/processes.mjs';
import { busierThanAHouse } from './lib/product.mjs';
import { say, step } from './lib/say.mjs';
import { readSecrets } from './lib/secrets.mjs';
import { neutralEnv } from './lib/settings.mjs';
import { stopper, untilStopped } from './lib/stopping.mjs';
import { removeFolder, temporaryFolder } from './lib/temporary.mjs';

// `npm run bench [-- --seconds 4 --rounds 3 --scale small]`: the product against a bare server on the same rows, in
// turns. Ratios and CPU are the figures to trust on a busy machine; docs/performance.md keeps dated ones.
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : fallback;
};
const seconds = Number(option('seconds', 4));
const rounds = Number(option('rounds', 3));
const connections = Number(option('connections', 16));
const scales = option('scale', 'small,large').split(',');

const large = 'large house for the bench';
const signIns = {
  small: {
    merchandiser: { email: 'merchandiser@provabook.com', password: 'Merchandiser@123' },
    manager: { email: 'manager@provabook.com', password: 'Manager@123' },
  },
  large: {
    merchandiser: { email: 'user07@large.test', password: large },
    manager: { email: 'user03@large.test', password: large },
  },
};

async function bench(stop) {
  const folder = temporaryFolder('bench');
  const home = prepareDataDir(folder);
  stop.add(() => [folder, home.dataDir].forEach(removeFolder));
  const postgres = await launchPostgres({ ...home, secrets: readSecrets(home.dataDir) });
  stop.add(() => postgres.stop());
  say(
    `${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} cores (${os.cpus()[0].model.trim()}), Node ${process.version},`,
  );
  say(`${connections} connections, ${rounds} rounds of ${seconds} s each in turns, median of the rounds.`);
  for (const scale of scales) await benchScale(scale, postgres, home.dataDir, stop);
}

async function benchScale(scale, postgres, dataDir, stop) {
  const name = `bench_${scale}`;
  await withClient(postgres.superuserUrl('postgres'), (client) => createDatabase(client, name));
  const env = { ...neutralEnv(), DATABASE_URL: postgres.appUrl(name), DATABASE_OWNER_URL: postgres.ownerUrl(name) };
  await step('Migrating', () => runBackend(dist('migrate.js'), [], env));
  const filling = Date.now();
  await step(`Filling the ${scale} house`, () => runBackend(dist('seed.js'), ['--scale', scale], env));
  say(`\n### ${scale} (filled in ${Math.round((Date.now() - filling) / 1000)} s)\n`);

  const served = {
    ...env,
    SECRET_KEY: 'the bench signs its tokens with this',
    LOG_LEVEL: 'warn',
    RATE_LIMITS: busierThanAHouse,
    DATA_DIR: dataDir,
  };
  const product = await serve(dist('main.js'), { ...served, PROVABOOK_ROLE: 'api' }, '/readyz', stop);
  const bare = await serve(path.join(scripts, 'bench', 'bare-server.mjs'), env, '/list', stop);
  say(`Memory when idle: ${await memory(product.pid)} MB. Ready after ${product.readyAfter} ms.\n`);
  const { access, user } = await signIn(product.url, signIns[scale].merchandiser);
  const house = await withClient(postgres.superuserUrl(name), (client) => rowsOf(client, user.id));
  const { round, middle } = await import('./bench/measure.mjs');
  const { scenarios } = await import('./bench/scenarios.mjs');
  const databasePids = () => withClient(postgres.superuserUrl(name), (client) => backendsOf(client, name));

  say('| what | req/s | bare | ratio | p50 / p97.5 / p99 ms | CPU ms server + db | bare CPU ms | errors |');
  say('| --- | --: | --: | --: | --: | --: | --: | --: |');
  for (const { name: what, method, product: ours, bare: theirs, body } of scenarios(house)) {
    const common = { method, body, seconds, connections, databasePids };
    const asProduct = {
      ...common,
      url: product.url,
      serverPid: product.pid,
      address: ours,
      headers: { authorization: `Bearer ${access}` },
    };
    const asBare = { ...common, url: bare.url, serverPid: bare.pid, address: theirs, headers: { 'x-user': user.id } };
    await round({ ...asProduct, seconds: 1 });
    const results = { product: [], bare: [] };
    for (let turn = 0; turn < rounds; turn++) {
      results.product.push(await round(asProduct));
      results.bare.push(await round(asBare));
    }
    say(row(what, middle(results.product), middle(results.bare)));
  }
  await benchAlone(product, signIns[scale], databasePids);
  await benchExports(product, signIns[scale], served, stop);
  await screens({ url: product.url, person: signIns[scale].manager }, say);
  say(`\nMemory after the whole workload: ${await memory(product.pid)} MB.`);
  for (const { pid } of [product, bare]) await endProcess(pid, patience);
}

/** What has no bare server beside it. */
async function benchAlone(product, people, databasePids) {
  const { round, middle } = await import('./bench/measure.mjs');
  const { alone } = await import('./bench/alone.mjs');
  const { access: merchandiser } = await signIn(product.url, people.merchandiser);
  const { access: manager } = await signIn(product.url, people.manager);
  const tokens = { merchandiser, manager };
  const bearer = (who) => (who ? { authorization: `Bearer ${tokens[who]}` } : {});
  const list = await fetch(`${product.url}/api/v1/orders/?pageSize=50`, { headers: bearer('manager') });
  const lastPage = Math.ceil((await list.json()).count / 50);
  say('\n| what | req/s | p50 / p97.5 / p99 ms | CPU ms server + db | errors |');
  say('| --- | --: | --: | --: | --: |');
  for (const { name, who, ...plan } of alone({ lastPage, signIn: people.merchandiser })) {
    const common = {
      connections,
      seconds,
      url: product.url,
      serverPid: product.pid,
      databasePids,
      headers: bearer(who),
    };
    await round({ ...common, ...plan, seconds: 1 });
    const results = [];
    for (let turn = 0; turn < rounds; turn++) results.push(await round({ ...common, ...plan }));
    say(ownRow(name, middle(results)));
  }
}

/** Whole lists as files: in the answer as CSV, and by a worker of their own as XLSX. */
async function benchExports(product, people, env, stop) {
  const { lists, sheets, streamed, written } = await import('./bench/exports.mjs');
  const { access } = await signIn(product.url, people.manager);
  const headers = { authorization: `Bearer ${access}` };
  const worker = start(dist('worker.js'), env, stop);
  say('\n| file | first byte s | whole s | MB | memory grew MB | CPU s of who wrote it | |');
  say('| --- | --: | --: | --: | --: | --: | --- |');
  for (const { name, path: address } of lists)
    say(fileRow(name, await streamed({ url: product.url, pid: product.pid, headers }, address)));
  for (const { name, kind } of sheets)
    say(fileRow(name, await written({ url: product.url, worker: worker.pid, headers }, kind)));
  await endProcess(worker.pid, patience);
}

const fileRow = (name, { first, whole, size, grown, cpu, state }) =>
  `| ${name} | ${first === null ? '' : first.toFixed(2)} | ${whole.toFixed(1)} | ${size.toFixed(1)} | ${grown} | ${cpu.toFixed(1)} | ${state} |`;

const ms = (value) => value.toFixed(value < 10 ? 1 : 0);
const inCpu = (value) => value.toFixed(2);

const ownRow = (what, ours) =>
  `| ${what} | ${ours.perSecond.toFixed(0)} | ${ms(ours.p50)} / ${ms(ours.p97)} / ${ms(ours.p99)} ` +
  `| ${inCpu(ours.serverCpu)} + ${inCpu(ours.databaseCpu)} | ${ours.errors} |`;

function row(what, ours, bare) {
  return (
    `| ${what} | ${ours.perSecond.toFixed(0)} | ${bare.perSecond.toFixed(0)} | ${(ours.perSecond / bare.perSecond).toFixed(2)} ` +
    `| ${ms(ours.p50)} / ${ms(ours.p97)} / ${ms(ours.p99)} | ${inCpu(ours.serverCpu)} + ${inCpu(ours.databaseCpu)} ` +
    `| ${inCpu(bare.serverCpu)} + ${inCpu(bare.databaseCpu)} | ${ours.errors + bare.errors} |`
  );
}

const patience = [
  ['SIGTERM', 15_000],
  ['SIGKILL', 3000],
];

function start(program, env, stop) {
  const child = spawn(process.execPath, [...serverFlags, program], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  stop.add(() => endProcess(child.pid, patience));
  return child;
}

async function serve(program, env, readyPath, stop) {
  const port = await freePort();
  const started = Date.now();
  const child = start(program, { ...env, PORT: String(port) }, stop);
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(url + readyPath))) await sleep(20);
  return { pid: child.pid, url, readyAfter: Date.now() - started };
}

const answers = (url) =>
  fetch(url).then(
    ({ status }) => status < 600,
    () => false,
  );

async function memory(pid) {
  const { memoryOf } = await import('./bench/measure.mjs');
  return memoryOf(pid);
}

async function signIn(url, credentials) {
  const answer = await fetch(`${url}/api/v1/auth/login/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  return answer.json();
}

async function rowsOf(client, userId) {
  const { rows } = await client.query(
    `SELECT id, order_number, customer_name FROM orders WHERE merchandiser_id = $1 AND deleted_at IS NULL ORDER BY created_at DESC LIMIT 64`,
    [userId],
  );
  return { orderIds: rows.map(({ id }) => id), orderNumber: rows[3].order_number, customer: rows[0].customer_name };
}

async function backendsOf(client, name) {
  const { rows } = await client.query(
    `SELECT pid FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()`,
    [name],
  );
  return rows.map(({ pid }) => pid);
}

const stop = stopper({ onRequest: () => say('\nStopping …') });
await main(async () => {
  checkNode();
  await ensureInstalled();
  await ensureBackend();
  await ensureFrontend();
  await untilStopped(stop, () => bench(stop));
});
