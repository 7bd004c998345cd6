import assert from 'node:assert/strict';
import os from 'node:os';
import test from 'node:test';
import { throughFaults } from './rounds.mjs';

test('a house whose parts are killed loses nothing, makes nothing by halves and is back by itself', async () => {
  // How fast it is back says nothing of the house where others need the machine.
  const isCrowded = os.loadavg()[0] > 2 * os.cpus().length;
  const rows = await throughFaults({ kills: 1, restarts: 1 });
  assert.deepEqual(
    rows.filter(({ ok, isTime }) => !ok && !(isTime && isCrowded)),
    [],
  );
});
