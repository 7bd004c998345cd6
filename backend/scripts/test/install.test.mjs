import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { checkNode, whatIsMissing } from '../lib/install.mjs';
import { scripts } from '../lib/paths.mjs';
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

test('a command that installs the packages needs none of them before it does', () => {
  const commands = readdirSync(scripts)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => path.join(scripts, name))
    .filter((file) => readFileSync(file, 'utf8').includes('await ensureInstalled()'));
  assert.ok(commands.length > 8);
  for (const file of commands) assert.deepEqual(packagesOf(file), [], path.basename(file));
});

/** The packages that loading a file of ours loads with it. */
function packagesOf(file, seen = new Set()) {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = /^(?:import (?:[^'";]+ from )?|export (?:\*|\{[^}]*\}) from )'([^']+)'/gm;
  const asked = [...readFileSync(file, 'utf8').matchAll(imports)].map(([, name]) => name);
  return asked.flatMap((name) => {
    if (name.startsWith('.')) return packagesOf(path.resolve(path.dirname(file), name), seen);
    return name.startsWith('node:') ? [] : [name];
  });
}
