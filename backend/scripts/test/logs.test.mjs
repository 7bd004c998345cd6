import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { byLine, inShort, openLog, terminalLevel } from '../lib/logs.mjs';
import { dataFolder } from './support.mjs';

test('a log stays within its size and keeps three files before it', (t) => {
  const file = path.join(dataFolder(t), 'server.log');
  const log = openLog(file, 100);
  for (let line = 0; line < 60; line++) log.write(`line ${String(line).padStart(3, '0')}\n`);
  assert.ok(statSync(file).size <= 100);
  assert.deepEqual(
    ['.1', '.2', '.3', '.4'].map((end) => existsSync(file + end)),
    [true, true, true, false],
  );
  assert.match(readFileSync(`${file}.1`, 'utf8'), /^line 0\d\d\n/);
});

test('warnings and errors come to the terminal in short; LOG_LEVEL may ask for more or less', () => {
  const error = {
    level: 50,
    time: 0,
    msg: 'request failed',
    err: { message: 'no table' },
    req: { method: 'GET', url: '/x' },
  };
  const short = inShort(JSON.stringify(error), terminalLevel({}));
  assert.match(short, /^\d\d:\d\d:\d\d error: request failed: no table \(GET \/x\)$/);
  assert.equal(inShort('{"level":30,"msg":"request completed"}', terminalLevel({})), null);
  assert.match(
    inShort('{"level":30,"msg":"request completed"}', terminalLevel({ LOG_LEVEL: 'info' })),
    /request completed/,
  );
  assert.equal(inShort(JSON.stringify(error), terminalLevel({ LOG_LEVEL: 'silent' })), null);
  assert.equal(inShort('not a log line', 0), null);
});

test('lines that arrive in pieces are handed on whole', () => {
  const lines = [];
  const take = byLine((line) => lines.push(line));
  for (const piece of ['a', 'b\nc', 'd\n\ne']) take(piece);
  assert.deepEqual(lines, ['ab', 'cd', '']);
});
