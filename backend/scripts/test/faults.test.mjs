import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { root } from '../lib/paths.mjs';

const homes = ['backend/src', 'backend/test', 'backend/scripts/test', 'frontend/src', 'frontend/e2e'];
const tests = homes.flatMap((home) =>
  readdirSync(path.join(root, home), { recursive: true })
    .filter((name) => /(spec|e2e|\.test)\.(tsx?|mjs)$/.test(name))
    .map((name) => readFileSync(path.join(root, home, name), 'utf8')),
);

test('every fault of the system before has a test that would have caught it', () => {
  const page = readFileSync(path.join(root, 'docs/reference-faults.md'), 'utf8');
  const faults = [...page.matchAll(/^\| +(\d+) \|/gm)].map(([, number]) => Number(number));
  const caught = tests.flatMap((text) =>
    [...text.matchAll(/\(faults? ([\d, ]+)\)/g)].flatMap(([, numbers]) => numbers.split(',').map(Number)),
  );
  assert.equal(faults.length, 31);
  assert.deepEqual(
    faults.filter((fault) => !caught.includes(fault)),
    [],
  );
});
