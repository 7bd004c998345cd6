import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { backend, frontend, root } from './paths.mjs';
import { runNode } from './run.mjs';

/** The file behind a package's command, run by this very Node: faster than npx, and never from the network. */
export function toolFile(name, command = name.split('/').pop()) {
  for (const place of [root, backend, frontend]) {
    const folder = path.join(place, 'node_modules', name);
    if (!existsSync(path.join(folder, 'package.json'))) continue;
    const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
  }
  throw new Fault(`The package ${name} is not installed: run npm ci.`);
}

const longestMs = 20 * 60_000;

/** Runs a development tool to its end; what it says is kept, and so is free of colours. */
export function runTool(name, args, { command, env = process.env, ...options } = {}) {
  const plainEnv = { ...env, NO_COLOR: '1', FORCE_COLOR: '0' };
  return runNode([toolFile(name, command), ...args], { cwd: root, patienceMs: longestMs, env: plainEnv, ...options });
}
