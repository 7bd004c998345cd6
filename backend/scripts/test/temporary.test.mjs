import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { keepTemporaryFilesInMemory, removeFolder, sweepTemporaryFolders, temporaryFolder } from '../lib/temporary.mjs';

const nobody = spawnSync(process.execPath, ['-e', '']).pid;

test('what a killed run left is cleared, and what it made in its own folder with it', async (t) => {
  const place = temporaryFolder('sweep');
  t.after(() => removeFolder(place));
  const make = (owner, ...within) => {
    const folder = path.join(place, ...within, `provabook-run-${owner}-abcdef`);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
  const left = make(nobody);
  make(nobody, path.basename(left));
  const alive = make(process.pid);
  const halfAlive = path.dirname(make(process.pid, `provabook-run-${nobody}-ghijkl`));
  await within(place, sweepTemporaryFolders);
  assert.deepEqual([left, alive, halfAlive].map(existsSync), [false, true, true]);
});

test('a place that was chosen stays the place of temporary files; else they go with the run', async (t) => {
  const place = temporaryFolder('chosen');
  t.after(() => removeFolder(place));
  const closers = [];
  const stop = { add: (close) => closers.push(close) };
  await within(place, () => {
    keepTemporaryFilesInMemory(stop);
    assert.equal(process.env.TMPDIR, place);
  });
  await within(undefined, () => {
    keepTemporaryFilesInMemory(stop);
    const folder = process.env.TMPDIR;
    assert.equal(closers.length, folder ? 1 : 0, 'a machine without room keeps its own place');
    if (!folder) return;
    mkdirSync(path.join(folder, 'a database'));
    closers.forEach((close) => close());
    assert.equal(existsSync(folder), false);
  });
});

async function within(place, work) {
  const before = process.env.TMPDIR;
  const put = (value) => (value === undefined ? delete process.env.TMPDIR : (process.env.TMPDIR = value));
  put(place);
  try {
    await work();
  } finally {
    put(before);
  }
}
