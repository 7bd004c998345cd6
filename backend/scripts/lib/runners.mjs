import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { scripts } from './paths.mjs';
import { runNode } from './run.mjs';
import { runTool } from './tools.mjs';

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);
const noReport = { passed: 0, failed: 1, skipped: 0 };

/** A tool that has nothing to count: it is content or not. */
export async function plain(name, args, options) {
  const { code, output } = await runTool(name, args, options);
  return { ok: code === 0, output };
}

/** Where more files than these fail, a busy machine is not the reason. */
const fewFiles = 3;

/**
 * Where `CI` says that others need this machine too, a few files that fail are run once more by themselves; what passes
 * only then is named.
 * @param {{ folder: string, words?: string[], project?: string, alone?: string, env: object, reports: string, name: string }}
 *   plan `alone`: the project that runs single files, where `project` runs them together in rooms
 */
export async function jest({ project, alone = project, words, ...plan }) {
  const first = await runJest({ ...plan, files: words, project });
  const files = plan.env.CI && !first.ok ? failedFiles(first.suites) : [];
  if (files.length === 0 || files.length > fewFiles) return first;
  const byPath = ['--runTestsByPath', ...files];
  const second = await runJest({ ...plan, files: byPath, project: alone, name: `${plan.name}-again` });
  if (!second.ok) return { ...first, output: `${first.output}\n\nAnd at the second try:\n${second.output}` };
  return { ...first, ok: true, passed: first.passed + first.failed, failed: 0, again: failedTests(first.suites) };
}

async function runJest({ folder, files = [], project, env, reports, name }) {
  const file = path.join(reports, `${name}.json`);
  // The files first: jest takes whatever follows the name of a project for another one.
  const which = [...files, ...(project ? ['--selectProjects', project] : [])];
  const { code, output } = await runTool(
    'jest',
    ['--ci', '--maxWorkers=2', '--json', `--outputFile=${file}`, ...which],
    {
      cwd: folder,
      env: { ...env, NODE_ENV: 'test' },
    },
  );
  const report = readJson(file);
  const counted = report
    ? {
        passed: report.numPassedTests,
        // A file that could not even be loaded has no tests to fail.
        failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
        skipped: report.numPendingTests + report.numTodoTests,
      }
    : noReport;
  return { ok: code === 0, output: withoutJson(output), ...counted, suites: report?.testResults ?? [] };
}

/** A room is one file to jest, and runs several, each under its name or path: test/together.ts of server and screens. */
const isRoom = (suite) => path.basename(suite.name) === 'together.ts';
const isFailed = ({ status }) => status === 'failed';
const failedIn = (suite) => suite.assertionResults.filter(isFailed);

/** @returns {string[]} none where it cannot be told: a room that could not even be loaded */
function failedFiles(suites) {
  const failed = suites.filter(isFailed);
  if (failed.some((suite) => isRoom(suite) && failedIn(suite).length === 0)) return [];
  const fileIn = (room, title) =>
    title.includes('/') ? path.resolve(room, '../..', title) : path.join(room, '../api', `${title}.api-spec.ts`);
  const files = failed.flatMap((suite) =>
    isRoom(suite) ? failedIn(suite).map(({ ancestorTitles: [title] }) => fileIn(suite.name, title)) : [suite.name],
  );
  return [...new Set(files)];
}

/** `orders › an order is made`: as a room names it. */
const failedTests = (suites) =>
  suites.filter(isFailed).flatMap((suite) => {
    const file = isRoom(suite) ? [] : [path.basename(suite.name).split('.')[0]];
    const titles = failedIn(suite).map(({ ancestorTitles, title }) => [...file, ...ancestorTitles, title].join(' › '));
    return titles.length > 0 ? titles : file;
  });

// `--json` also prints the report itself, in one very long line.
const withoutJson = (output) =>
  output
    .split('\n')
    .filter((line) => !line.startsWith('{"numFailedTestSuites"'))
    .join('\n');

/** @param {{ folder: string, args?: string[], env: object, reports: string }} plan */
export async function playwright({ folder, args = [], env, reports }) {
  const file = path.join(reports, 'browser.json');
  const { code, output } = await runTool('@playwright/test', ['test', ...args], {
    command: 'playwright',
    cwd: folder,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  const report = readJson(file);
  const counted = report
    ? {
        passed: report.stats.expected + report.stats.flaky,
        failed: Math.max(report.stats.unexpected, report.errors.length > 0 ? 1 : 0),
        skipped: report.stats.skipped,
      }
    : noReport;
  return { ok: code === 0, output, ...counted, again: report ? flakyTests(report.suites) : [] };
}

/** What Playwright itself tried twice: `retries` in frontend/playwright.config.ts. */
const flakyTests = (suites = []) =>
  suites.flatMap(({ file, specs = [], suites: within }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ title }) => `${path.basename(file).replace('.e2e.ts', '')} › ${title}`),
    ...flakyTests(within),
  ]);

/** The tests in a folder of these scripts, by Node's own runner: two files at a time, the longest first, since they wait a lot. */
export async function nodeTests({ folder, args = [], env, reports }) {
  const file = path.join(reports, `${folder}.tap`);
  const files = readdirSync(path.join(scripts, folder))
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => path.join(scripts, folder, name))
    .sort((a, b) => statSync(b).size - statSync(a).size);
  const reporters = ['spec', 'stdout', 'tap', file].map((value, index) =>
    index % 2 ? `--test-reporter-destination=${value}` : `--test-reporter=${value}`,
  );
  const all = ['--test', '--test-concurrency=2', ...reporters, ...args, ...files];
  const { code, output } = await runNode(all, { env, patienceMs: 10 * 60_000 });
  return { ok: code === 0, output, ...(existsSync(file) ? countTap(readFileSync(file, 'utf8')) : noReport) };
}

function countTap(text) {
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}
