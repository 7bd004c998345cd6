import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { backend, root, scripts } from '../lib/paths.mjs';

/** The machine's own variables, and what the scripts tell each other. */
const notForPeople = ['PATH', 'TEMP', 'TMPDIR', 'CI', 'PROVABOOK_DIST', 'PROVABOOK_NO_ENV_FILE', 'E2E_BASE_URL'];
/** Read by the tests alone. */
const ofTheTests = ['TNA_WORKBOOK'];

const read = (...parts) => readFileSync(path.join(...parts), 'utf8');
const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name);
const sorted = (names) => [...new Set(names)].sort();

const offered = matches(read(root, '.env.example'), /^# ([A-Z][A-Z0-9_]+)=/gm);

test('.env.example has every variable of the server and of the scripts, and no other', () => {
  const ofTheServer = matches(read(backend, 'src/platform/config/config.ts'), /^ {4}([A-Z][A-Z0-9_]+):/gm);
  const ofTheScripts = ['.', 'lib', 'lib/postgres']
    .flatMap((folder) => readdirSync(path.join(scripts, folder)).map((name) => path.join(scripts, folder, name)))
    .filter((file) => file.endsWith('.mjs'))
    .flatMap((file) => matches(read(file), /\benv\.([A-Z][A-Z0-9_]+)\b/g))
    .filter((name) => !notForPeople.includes(name));
  assert.ok(
    ofTheServer.includes('SECRET_KEY') && ofTheScripts.includes('CHROMIUM_PATH'),
    'the sources look otherwise now',
  );
  assert.deepEqual(sorted(offered), sorted([...ofTheServer, ...ofTheScripts, ...ofTheTests]));
  assert.equal(offered.length, new Set(offered).size, 'each stands there once');
});

test('.env.example copied as it is sets nothing', () => {
  const lines = read(root, '.env.example').split('\n');
  assert.deepEqual(
    lines.filter((line) => line !== '' && !line.startsWith('#')),
    [],
  );
});
