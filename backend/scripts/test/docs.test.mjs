import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { root } from '../lib/paths.mjs';

const pages = [
  'README.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
];
const read = (page) => readFileSync(path.join(root, page), 'utf8');

/** As GitHub makes it of a heading. */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

test('every relative link leads somewhere', () => {
  const dead = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(([link, file, anchor]) => {
      const target = file ? path.join(path.dirname(page), file) : page;
      if (!existsSync(path.join(root, target))) return [`${page}: ${link}`];
      const anchors = anchor ? [...read(target).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading)) : [];
      return anchor && !anchors.includes(anchor) ? [`${page}: ${link}`] : [];
    }),
  );
  assert.deepEqual(dead, []);
});

test('every command that the pages name exists', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(([, run, own]) => run ?? own),
  );
  assert.ok(named.includes('start'));
  assert.deepEqual(
    [...new Set(named)].filter((name) => !scripts[name]),
    [],
  );
});

test('every file of the project that the pages name in code exists', () => {
  const missing = pages.flatMap((page) =>
    [...read(page).matchAll(/`((?:backend|frontend|docker|docs)\/[\w./-]+)`/g)]
      .map(([, file]) => file)
      .filter((file) => !existsSync(path.join(root, file)) && !/\/dist(\/|$)|\/\.env$/.test(file))
      .map((file) => `${page}: ${file}`),
  );
  assert.deepEqual(missing, []);
});
