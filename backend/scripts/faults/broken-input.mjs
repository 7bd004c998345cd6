import { readFileSync } from 'node:fs';
import path from 'node:path';
import { backend } from '../lib/paths.mjs';
import { jest } from '../lib/runners.mjs';
import { neutralEnv } from '../lib/settings.mjs';
import { removeFolder, temporaryFolder } from '../lib/temporary.mjs';
import { migrateTemplate, openTestDatabase } from '../lib/test-database.mjs';

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * So many broken requests to every operation of the contract.
 * @returns a row of the table of faults, with what failed as its notes
 */
export async function brokenInput({ values, seed, stop }) {
  const { paths } = JSON.parse(readFileSync(path.join(backend, 'openapi.json'), 'utf8'));
  const operations = Object.values(paths).flatMap((item) => methods.filter((method) => item[method])).length;
  const reports = temporaryFolder('reports');
  stop.add(() => removeFolder(reports));
  const database = await openTestDatabase(stop);
  await migrateTemplate(database);
  const { ok, output } = await jest({
    folder: backend,
    words: ['test/api/broken-input'],
    project: 'api',
    env: { ...neutralEnv(), ...database.testEnv, FUZZ_RUNS: String(values), FUZZ_SEED: String(seed) },
    reports,
    name: 'broken-input',
  });
  return {
    what: `Broken requests (${values} to each of ${operations} operations, seed ${seed}) that fail, hang or are taken`,
    figure: ok ? '0' : 'some',
    goal: '0',
    ok,
    notes: ok ? [] : [output],
  };
}
