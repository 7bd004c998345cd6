import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { say, step } from './say.mjs';

const oldestNode = [20, 19];

/** Says which Node is needed before anything that an older one would trip over is loaded. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Fault(
    `Provabook needs Node ${oldestNode.join('.')} or newer; this is ${version}. ` +
      'Get it from https://nodejs.org (the LTS release) and start again.',
  );
}

/** Runs `npm ci` unless node_modules already holds what the lockfile asks for. */
export async function ensureInstalled() {
  const missing = whatIsMissing(root);
  if (!missing) return;
  const modules = path.join(root, 'node_modules');
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) {
    throw new Fault(
      `The packages in ${realpathSync(modules)} are not those of this lockfile (${missing}). ` +
        'node_modules is a link here, so it is left alone: run npm ci where it points to.',
    );
  }
  say(
    existsSync(modules)
      ? `The installed packages are out of date (${missing}).`
      : 'The packages are not installed yet.',
  );
  await step('Installing the packages', npmCi);
}

/**
 * npm writes node_modules/.package-lock.json as the last thing of an install, so that what it lists is what is there.
 * @returns {string | null} the first difference to the lockfile, null when there is none
 */
export function whatIsMissing(folder) {
  const wanted = readPackages(path.join(folder, 'package-lock.json'));
  const installed = readPackages(path.join(folder, 'node_modules', '.package-lock.json'));
  if (!wanted) throw new Fault(`${path.join(folder, 'package-lock.json')} is missing: this is not a whole checkout.`);
  if (!installed) return 'an install did not finish';
  for (const [place, { version, optional, integrity }] of Object.entries(wanted)) {
    if (!place.includes('node_modules/')) continue;
    const found = installed[place];
    // Packages for other machines are optional and left out.
    if (!found && optional) continue;
    if (!found || found.version !== version || found.integrity !== integrity)
      return place.replace(/^node_modules\//, '');
    if (!existsSync(path.join(folder, place))) return place;
  }
  return null;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

async function npmCi() {
  const { code, output } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code === 0) return;
  throw new Fault(
    `The packages could not be installed. npm said:\n\n${output.trim().split('\n').slice(-15).join('\n')}\n\n` +
      'Usually the network or the disk is the reason: look at that and start again.',
  );
}

// Inside `npm start` npm names its own program; without it the one on the PATH will do.
async function npm(args) {
  const itself = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : null;
  const [command, all] = itself ? [process.execPath, [itself, ...args]] : ['npm', args];
  try {
    return await run(command, all, { cwd: root, shell: !itself && process.platform === 'win32' });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new Fault('npm was not found. It comes with Node: install Node anew from https://nodejs.org.');
  }
}
