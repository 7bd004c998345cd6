import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { root } from '../lib/paths.mjs';

const isCheckout = existsSync(path.join(root, '.git'));
const tracked = () =>
  execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((name) => name && existsSync(path.join(root, name)));

const MEGABYTE = 1024 * 1024;
/** Written by a machine, and read as a whole by one. */
const generated = /openapi\.json$|package-lock\.json$|\.gen\.ts$/;

test('the repository holds no uploads, logs, databases or secrets (fault 7)', { skip: !isCheckout }, () => {
  const left = tracked().filter(
    (name) =>
      /(^|\/)(media|uploads|\.data|pgdata)\/|\.(log|dump|sqlite3?|pem|key|p12)$|(^|\/)\.env$/.test(name) ||
      (!generated.test(name) && statSync(path.join(root, name)).size > MEGABYTE),
  );
  assert.deepEqual(left, []);
});

test('no line of the sources is hidden from lint', { skip: !isCheckout }, () => {
  // Written so that this line is none.
  const hidden = tracked().filter(
    (name) => /\.[cm]?[jt]sx?$/.test(name) && /oxlint-[d]isable/.test(readFileSync(path.join(root, name), 'utf8')),
  );
  assert.deepEqual(hidden, []);
});

test('.env.example names no host but this machine and example ones (fault 7)', () => {
  const hosts = [...readFileSync(path.join(root, '.env.example'), 'utf8').matchAll(/:\/\/(?:[^@\s/]+@)?([\w.-]+)/g)];
  const strange = hosts
    .map(([, host]) => host)
    .filter((host) => host.includes('.') && !/^127\.|example\.\w+$/.test(host));
  assert.deepEqual(strange, []);
});
