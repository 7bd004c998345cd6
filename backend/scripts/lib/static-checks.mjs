import path from 'node:path';
import { backend, frontend, root } from './paths.mjs';
import { plain } from './runners.mjs';

const cruise = (folder, args) =>
  plain('dependency-cruiser', ['--config', path.join(root, '.dependency-cruiser.cjs'), ...args], {
    command: 'depcruise',
    cwd: folder,
  });

/** What can be told from the sources alone: by title, the slowest first. */
export const staticChecks = [
  ['lint', () => plain('eslint', ['.', '--max-warnings', '0'])],
  ['format', () => plain('prettier', ['--check', '--log-level', 'warn', '.'])],
  [
    'types of the server',
    () => plain('typescript', ['--noEmit', '-p', 'tsconfig.json'], { command: 'tsc', cwd: backend }),
  ],
  [
    'types of the screens',
    () => plain('typescript', ['--noEmit', '-p', 'tsconfig.json'], { command: 'tsc', cwd: frontend }),
  ],
  ['ranks of the server', () => cruise(root, ['backend/src'])],
  ['ranks of the screens', () => cruise(frontend, ['--ts-config', 'tsconfig.json', 'src'])],
  [
    'compose file',
    () => plain('dclint', ['-c', 'docker/dclint.json', '--max-warnings', '0', 'docker/compose.yml'], { cwd: root }),
  ],
  ['Dockerfile', () => plain('dockerfile-utils', ['lint', 'docker/Dockerfile'], { cwd: root })],
];
