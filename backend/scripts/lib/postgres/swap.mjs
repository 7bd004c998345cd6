import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Where the clusters of a house lie: the live one, one that is being made from the archive, one that is whole, and the one from before. */
export function placesOf(dataDir) {
  const live = path.join(dataDir, 'postgres');
  return { live, restoring: `${live}.restoring`, restored: `${live}.restored`, before: `${live}.before-restore` };
}

/** Puts a restored cluster in the live one's place; also where an earlier try was killed between two of its steps. */
export function finishSwap(dataDir) {
  const { live, restored, before } = placesOf(dataDir);
  if (!existsSync(restored)) return;
  if (existsSync(live)) {
    rmSync(before, { recursive: true, force: true });
    renameSync(live, before);
  }
  renameSync(restored, live);
}
