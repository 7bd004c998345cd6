import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

declare const ROOM: number;
declare const ROOMS: number;

const folder = join(__dirname, 'api');
/** They take longest, whatever their size, the longest first: each room gets as much of them as another. */
const LONGEST = [
  ...['access', 'imports', 'steps-at-once', 'broken-input', 'seed', 'restores', 'write-routes', 'plans'],
  ...['documents', 'file-scans', 'backup-state', 'jobs', 'lists', 'alerts', 'backups-elsewhere', 'gates'],
];
const rankOf = (name: string): number => {
  const rank = LONGEST.indexOf(name.replace('.api-spec.ts', ''));
  return rank < 0 ? LONGEST.length : rank;
};
const load = createRequire(__filename);

/** The files of one room, dealt in turn from the longest to the shortest and back again. */
function filesOf(room: number): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.api-spec.ts'))
    .map((name) => ({ name, rank: rankOf(name), size: statSync(join(folder, name)).size }))
    .sort((a, b) => a.rank - b.rank || b.size - a.size || a.name.localeCompare(b.name))
    .filter((_, index) => index % (2 * ROOMS) === room || index % (2 * ROOMS) === 2 * ROOMS - 1 - room)
    .map(({ name }) => name);
}

// Half of the time of a small file goes into loading the server. Here many files load it once, and still have a house each.
for (const name of filesOf(ROOM)) describe(name.replace('.api-spec.ts', ''), () => void load(join(folder, name)));
