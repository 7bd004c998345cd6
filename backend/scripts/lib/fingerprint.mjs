import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const skipped = new Set(['node_modules', 'dist', 'coverage', 'test-results', 'playwright-report']);

/**
 * One hash over names and contents: the same whenever the same files would be built, whatever their dates are.
 * @param {string[]} places files and folders; those that are not there count as not there
 * @param {{ leaveOut?: (file: string) => boolean, also?: string }} options `also`: what else the build depends on
 */
export function fingerprint(places, { leaveOut = () => false, also = '' } = {}) {
  const hash = createHash('sha256').update(also);
  for (const file of places.flatMap(filesIn)) {
    if (leaveOut(file)) continue;
    hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesIn(place) {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() || entry.isFile() ? filesIn(path.join(place, entry.name)) : []));
}
