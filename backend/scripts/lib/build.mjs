import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { fingerprint } from './fingerprint.mjs';
import { backend, frontend, root } from './paths.mjs';
import { run } from './run.mjs';
import { step } from './say.mjs';

const lockfile = path.join(root, 'package-lock.json');
const sharedConfig = path.join(root, 'tsconfig.base.json');
// The screens judge numbers while one types, by the server's own code.
const sharedRules = path.join(backend, 'src', 'modules', 'shipments', 'numbers');
const isTest = (file) => /\.(spec|test|e2e|api-spec)\.tsx?$/.test(file);

const parts = {
  backend: {
    title: 'Building the server',
    folder: backend,
    // What the build leaves behind when it went well.
    proof: path.join(backend, 'dist', 'main.js'),
    state: () =>
      fingerprint(
        ['src', 'package.json', '.swcrc', 'tsconfig.json'].map(inFolder(backend)).concat(lockfile, sharedConfig),
        {
          leaveOut: isTest,
        },
      ),
  },
  frontend: {
    title: 'Building the screens',
    folder: frontend,
    proof: path.join(frontend, 'dist', 'index.html'),
    state: () =>
      fingerprint([frontend, sharedRules, lockfile, sharedConfig], {
        leaveOut: (file) => isTest(file) || file.startsWith(path.join(frontend, 'e2e')),
        also: JSON.stringify(Object.entries(process.env).filter(([name]) => name.startsWith('VITE_'))),
      }),
  },
};

function inFolder(folder) {
  return (name) => path.join(folder, name);
}

const stampOf = ({ folder }) => path.join(folder, 'dist', '.built-from');

function isFresh(part) {
  const stamp = stampOf(part);
  return existsSync(part.proof) && existsSync(stamp) && readFileSync(stamp, 'utf8') === part.state();
}

/** Builds the part unless it was built from these very sources. The stamp is written last: a half build is a stale one. */
async function ensurePart(part) {
  if (isFresh(part)) return;
  await step(part.title, async () => {
    rmSync(path.join(part.folder, 'dist'), { recursive: true, force: true });
    const { code, output } = await run('npm', ['run', '--silent', 'build'], {
      cwd: part.folder,
      env: { ...process.env, NODE_ENV: 'production' },
      shell: process.platform === 'win32',
    });
    if (code !== 0 || !existsSync(part.proof)) {
      throw new Fault(`${part.title} failed:\n\n${output.trim()}`);
    }
    // Asked again: a build may write generated sources of its own.
    writeFileSync(stampOf(part), part.state());
  });
}

export const ensureBackend = () => ensurePart(parts.backend);
export const ensureFrontend = () => ensurePart(parts.frontend);

/** Builds what is missing or stale: in a fresh clone both, in the next start nothing. */
export async function ensureBuilt() {
  if (process.env.PROVABOOK_DIST) return;
  await Promise.all([ensureBackend(), ensureFrontend()]);
}
