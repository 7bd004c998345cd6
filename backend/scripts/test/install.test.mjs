import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { checkNode, whatIsMissing } from '../lib/install.mjs';
import { dataFolder } from './support.mjs';

const cloth = { version: '1.2.3', integrity: 'sha512-abc' };

/** A checkout with this lockfile, these installed packages and these folders in node_modules. */
function checkout(t, wanted, installed, folders = Object.keys(installed ?? {})) {
  const folder = dataFolder(t);
  const write = (file, packages) => writeFileSync(path.join(folder, file), JSON.stringify({ packages }));
  mkdirSync(path.join(folder, 'node_modules'));
  write('package-lock.json', { '': {}, backend: { version: '1.0.0' }, ...wanted });
  if (installed) write('node_modules/.package-lock.json', installed);
  for (const name of folders) mkdirSync(path.join(folder, name), { recursive: true });
  return folder;
}

test('an older Node is refused in a sentence, the floor and newer ones are not', () => {
  assert.throws(() => checkNode('18.20.4'), /needs Node 20\.19 or newer; this is 18\.20\.4/);
  assert.throws(() => checkNode('20.18.1'), /needs Node 20\.19/);
  for (const version of ['20.19.0', '22.0.0', '24.1.0']) checkNode(version);
});

test('what the lockfile asks for decides whether an install is needed', (t) => {
  const wanted = { 'node_modules/cloth': cloth };
  assert.equal(whatIsMissing(checkout(t, wanted, wanted)), null);
  assert.match(whatIsMissing(checkout(t, wanted, null)), /did not finish/);
  assert.equal(whatIsMissing(checkout(t, wanted, {})), 'cloth');
  assert.equal(whatIsMissing(checkout(t, wanted, { 'node_modules/cloth': { ...cloth, version: '1.2.2' } })), 'cloth');
  assert.equal(whatIsMissing(checkout(t, wanted, wanted, [])), 'node_modules/cloth');
});

test("another machine's optional packages are not missed", (t) => {
  const wanted = { 'node_modules/cloth': cloth, 'node_modules/cloth-darwin': { ...cloth, optional: true } };
  assert.equal(whatIsMissing(checkout(t, wanted, { 'node_modules/cloth': cloth })), null);
});
