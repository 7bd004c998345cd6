import { existsSync, readFileSync, readdirSync } from 'node:fs';
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

/** @param {{ folder: string, args?: string[], env: object, reports: string, name: string }} plan */
export async function jest({ folder, args = [], env, reports, name }) {
  const file = path.join(reports, `${name}.json`);
  const all = ['--ci', '--maxWorkers=2', '--json', `--outputFile=${file}`, ...args];
  const { code, output } = await runTool('jest', all, { cwd: folder, env: { ...env, NODE_ENV: 'test' } });
  const report = readJson(file);
  const counted = report
    ? {
        passed: report.numPassedTests,
        // A file that could not even be loaded has no tests to fail.
        failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
        skipped: report.numPendingTests + report.numTodoTests,
      }
    : noReport;
  return { ok: code === 0, output: withoutJson(output), ...counted };
}

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
  return { ok: code === 0, output, ...counted };
}

/** The tests in a folder of these scripts, by Node's own runner. */
export async function nodeTests({ folder, args = [], env, reports }) {
  const file = path.join(reports, `${folder}.tap`);
  const files = readdirSync(path.join(scripts, folder))
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => path.join(scripts, folder, name));
  const reporters = ['spec', 'stdout', 'tap', file].map((value, index) =>
    index % 2 ? `--test-reporter-destination=${value}` : `--test-reporter=${value}`,
  );
  const { code, output } = await runNode(['--test', ...reporters, ...args, ...files], { env, patienceMs: 10 * 60_000 });
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
