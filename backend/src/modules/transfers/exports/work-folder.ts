import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'provabook-export-';
/** No file is made for so long. */
const STALE_MS = 60 * 60 * 1000;

/** Where a file is made before it is stored; and what killed processes left behind there goes. */
export async function openWorkFolder(place = tmpdir()): Promise<string> {
  for (const name of (await readdir(place)).filter((each) => each.startsWith(PREFIX))) {
    const left = join(place, name);
    const { mtimeMs } = await stat(left).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > STALE_MS) await closeWorkFolder(left);
  }
  return mkdtemp(join(place, PREFIX));
}

/** What cannot be removed is another account's: its own processes see to it. */
export const closeWorkFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true }).catch(() => undefined);
