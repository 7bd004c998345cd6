import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { dist, runBackend } from './backend-run.mjs';
import { Fault } from './fault.mjs';
import { backend, frontend } from './paths.mjs';
import { runTool } from './tools.mjs';

export const contractFile = path.join(backend, 'openapi.json');
export const clientFolder = path.join(frontend, 'src', 'shared', 'api', 'generated');

/** The API's contract as the built server declares it; no database is asked. */
export const writeContract = (file) => runBackend(dist('openapi.js'), [file], process.env);

/** Types and one function per operation, from the contract. */
export async function writeClient(contract, folder) {
  const args = ['--file', 'openapi-ts.config.ts', '--input', contract, '--output', folder, '--no-log-file'];
  const { code, output } = await runTool('@hey-api/openapi-ts', args, { cwd: frontend });
  if (code !== 0) throw new Fault(`The client could not be generated:\n${output.trim()}`);
}

/** Names of the files that differ between two folders. */
export function differingFiles(committed, fresh) {
  const names = new Set([...filesOf(committed), ...filesOf(fresh)]);
  return [...names].filter((name) => contentOf(committed, name) !== contentOf(fresh, name)).sort();
}

const filesOf = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    : [];

function contentOf(folder, name) {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
