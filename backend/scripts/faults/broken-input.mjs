import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { backend } from '../lib/paths.mjs';
import { jest } from '../lib/runners.mjs';
import { say } from '../lib/say.mjs';
import { neutralEnv } from '../lib/settings.mjs';
import { removeFolder, temporaryFolder } from '../lib/temporary.mjs';
import { migrateTemplate, openTestDatabase } from '../lib/test-database.mjs';

const methods = ['get', 'post', 'put', 'patch', 'delete'];
/** Processes that share the operations: one sends and answers on one core. */
const shares = 2;
const tellEveryMs = 60_000;

const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);

/**
 * So many broken requests to every operation of the contract. What fails is kept, and the rest is sent all the same.
 * @returns a row of the table of faults, with what failed as its notes
 */
export async function brokenInput({ values, seed, stop }) {
  const { paths } = JSON.parse(readFileSync(path.join(backend, 'openapi.json'), 'utf8'));
  const operations = Object.values(paths).flatMap((item) => methods.filter((method) => item[method])).length;
  const reports = temporaryFolder('reports');
  stop.add(() => removeFolder(reports));
  const database = await openTestDatabase(stop);
  await migrateTemplate(database);
  const names = Array.from({ length: shares }, (_, at) => `broken-input-${at + 1}`);
  const fileOf = (name) => path.join(reports, `${name}.progress.json`);
  const told = () => names.map(fileOf).filter(existsSync).flatMap(readProgress);
  const tell = setInterval(() => {
    const far = told();
    const wrong = far.flatMap(({ complaints }) => complaints);
    say(`  … ${sum(far.map(({ done }) => done))} of ${operations} operations, ${wrong.length} complaints`);
  }, tellEveryMs).unref();
  const runs = names.map((name, at) =>
    jest({
      folder: backend,
      words: ['test/api/broken-input'],
      project: 'api',
      env: {
        ...neutralEnv(),
        ...database.testEnv,
        CI: '', // what failed once in the long run is told, and not tried again
        ...{ FUZZ_RUNS: String(values), FUZZ_SEED: String(seed) },
        ...{ FUZZ_SHARE: `${at + 1}/${shares}`, FUZZ_REPORT: fileOf(name) },
      },
      reports,
      name,
    }),
  );
  const ended = await Promise.all(runs).finally(() => clearInterval(tell));
  const complaints = told().flatMap((far) => far.complaints);
  const failed = ended.filter(({ ok }) => !ok).map(({ output }) => output);
  return {
    what: `Broken requests (${values} to each of ${operations} operations, seed ${seed}) that fail, hang or are taken`,
    figure: String(complaints.length || (failed.length ? 'some' : 0)),
    goal: '0',
    ok: failed.length === 0,
    notes: complaints.length ? complaints : failed,
  };
}

/** Nothing where it is just being written. */
function readProgress(file) {
  try {
    return [JSON.parse(readFileSync(file, 'utf8'))];
  } catch {
    return [];
  }
}
