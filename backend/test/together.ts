import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

declare const ROOM: number;
declare const ROOMS: number;

const folder = join(__dirname, 'api');
/** They take longest, whatever their size: no two of them in one room. */
const LONGEST = ['access', 'imports', 'restores', 'steps-at-once', 'plans', 'alerts', 'seed', 'backups-elsewhere'];
const isLong = (name: string): number => Number(LONGEST.includes(name.replace('.api-spec.ts', '')));
const load = createRequire(__filename);

/** The files of one room: each room gets some of the big ones and some of the small. */
function filesOf(room: number): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.api-spec.ts'))
    .map((name) => ({ name, size: statSync(join(folder, name)).size }))
    .sort((a, b) => isLong(b.name) - isLong(a.name) || b.size - a.size || a.name.localeCompare(b.name))
    .filter((_, index) => index % ROOMS === room)
    .map(({ name }) => name);
}

// Half of the time of a small file goes into loading the server. Here many files load it once, and still have a house each.
for (const name of filesOf(ROOM)) describe(name.replace('.api-spec.ts', ''), () => void load(join(folder, name)));
