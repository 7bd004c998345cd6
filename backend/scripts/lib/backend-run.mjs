import path from 'node:path';
import { Fault } from './fault.mjs';
import { backend, root } from './paths.mjs';
import { runNode } from './run.mjs';

/**
 * Runs one of the backend's own programs to its end.
 * @throws Fault with what it said when it failed
 */
export async function runBackend(program, args, env) {
  const { code, signal, stdout, stderr } = await runNode(['--enable-source-maps', program, ...args], {
    cwd: root,
    env,
  });
  if (code === 0) return stdout;
  const said = (stderr.trim() || stdout.trim() || `It was ended by ${signal}.`).split('\n').slice(-30).join('\n');
  // A configuration fault is told in sentences already.
  if (code === 78) throw new Fault(said, { exitCode: 78 });
  throw new Fault(`${path.relative(root, program)} ${args.join(' ')} failed:\n${said}`);
}

/** The folder of the built backend. The tests of these scripts put a small stand-in in its place. */
export const distFolder = process.env.PROVABOOK_DIST || path.join(backend, 'dist');
export const dist = (name) => path.join(distFolder, name);
