import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBackend } from './lib/build.mjs';
import { clientFolder, contractFile, differingFiles, writeClient, writeContract } from './lib/contract.mjs';
import { main } from './lib/fault.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { backend } from './lib/paths.mjs';
import { jest } from './lib/runners.mjs';
import { say } from './lib/say.mjs';
import { neutralEnv } from './lib/settings.mjs';
import { inWords, stageRunner } from './lib/stages.mjs';
import { staticChecks } from './lib/static-checks.mjs';
import { stopper, untilStopped } from './lib/stopping.mjs';
import { removeFolder, sweepTemporaryFolders, temporaryFolder } from './lib/temporary.mjs';
import { compareWithEntities, migrateTemplate, openTestDatabase } from './lib/test-database.mjs';

async function check({ stage, twoAtATime }) {
  await sweepTemporaryFolders();
  const reports = temporaryFolder('check');
  stop.add(() => removeFolder(reports));

  await twoAtATime(staticChecks);
  const built = await stage('build of the server', async () => {
    await ensureBackend();
    return { ok: true };
  });
  if (!built) return;
  await stage('contract is up to date', () => contractDrift(reports));
  await stage('client is up to date', () => clientDrift(reports));

  let database = null;
  const migrated = await stage('migrations', async () => {
    database = await openTestDatabase(stop);
    await migrateTemplate(database);
    return { ok: true };
  });
  if (!migrated) return;
  await stage('migrations equal entities', async () => {
    await compareWithEntities(database);
    return { ok: true };
  });
  const env = { ...neutralEnv(), ...database.testEnv };
  for (const [title, name] of [
    ['unit tests of the server', 'unit'],
    ['API tests on Postgres', 'api'],
  ]) {
    await stage(title, () => jest({ folder: backend, project: name, env, reports, name }));
  }
}

async function contractDrift(reports) {
  const fresh = path.join(reports, 'openapi.json');
  await writeContract(fresh);
  const ok = existsSync(contractFile) && readFileSync(contractFile, 'utf8') === readFileSync(fresh, 'utf8');
  return { ok, output: 'backend/openapi.json is not what the server declares. Run: npm run api' };
}

async function clientDrift(reports) {
  const fresh = path.join(reports, 'client');
  await writeClient(contractFile, fresh);
  const differing = differingFiles(clientFolder, fresh);
  return {
    ok: differing.length === 0,
    output: `The generated client is not that of the contract (${differing.join(', ')}). Run: npm run api`,
  };
}

const stop = stopper({ onRequest: () => say('\nStopping …') });
const runner = stageRunner({ isStopped: () => stop.isRequested });

await main(async () => {
  checkNode();
  await ensureInstalled();
  await untilStopped(stop, () => check(runner));
});

const good = runner.tellFailures() && !stop.isRequested && !process.exitCode;
say(good ? `All in order: ${inWords(runner.sum)}.` : inWords(runner.sum));
process.exitCode = good ? 0 : 1;
