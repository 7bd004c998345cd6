import path from 'node:path';
import { backend, frontend, root } from './paths.mjs';
import { plain } from './runners.mjs';

const cruise = (folder, args) =>
  plain('dependency-cruiser', ['--config', path.join(root, '.dependency-cruiser.cjs'), ...args], {
    command: 'depcruise',
    cwd: folder,
  });

// TypeScript 7 takes a quarter of the time; 5.9 stays for the tools that are built on its parser.
const types = (folder) =>
  plain('typescript-native', ['--noEmit', '-p', 'tsconfig.json'], { command: 'tsc', cwd: folder });

/** What can be told from the sources alone: by title, the slowest first. */
export const staticChecks = [
  ['types of the server', () => types(backend)],
  ['types of the screens', () => types(frontend)],
  ['ranks of the server', () => cruise(root, ['backend/src'])],
  ['ranks of the screens', () => cruise(frontend, ['--ts-config', 'tsconfig.json', 'src'])],
  ['lint', () => plain('oxlint', [])],
  ['format', () => plain('oxfmt', ['--check', '.'])],
  [
    'compose file',
    () => plain('dclint', ['-c', 'docker/dclint.json', '--max-warnings', '0', 'docker/compose.yml'], { cwd: root }),
  ],
  ['Dockerfile', () => plain('dockerfile-utils', ['lint', 'docker/Dockerfile'], { cwd: root })],
];
