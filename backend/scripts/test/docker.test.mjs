import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { root } from '../lib/paths.mjs';

const read = (name) => readFileSync(path.join(root, name), 'utf8');
const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found);

const dockerfile = read('docker/Dockerfile');
const compose = read('docker/compose.yml');

/** Each service's own lines, by its name. */
const services = Object.fromEntries(
  matches(compose, /^services:\n([\s\S]*?)^\w/gm)
    .join()
    .split(/^ {2}(?=\w)/m)
    .slice(1)
    .map((block) => [block.slice(0, block.indexOf(':')), block]),
);

test('every image is pinned to a release', () => {
  const images = [...matches(compose, /^ +image: (\S+)/gm), ...matches(dockerfile, /^ARG NODE=(\S+)/gm)];
  assert.ok(images.length >= 6);
  for (const image of images) assert.match(image, /:(local|.*\d+[.-]\d+.*)$/, image);
});

test('only the front publishes a port', () => {
  assert.deepEqual(
    Object.keys(services).filter((name) => /^ {4}(ports|network_mode):/m.test(services[name])),
    ['front'],
  );
});

test('what compose asks for is in its example, and no secret is in either', () => {
  const wanted = matches(compose, /\$\{([A-Z0-9_]+)/g);
  const example = read('docker/env.example');
  assert.deepEqual(matches(example, /^([A-Z0-9_]+)=/gm).sort(), [...new Set(wanted)].sort());
  assert.deepEqual(matches(example, /^((?:\w+_)?(?:SECRET_KEY|PASSWORD|SECRET_ACCESS_KEY)=.+)$/gm), []);
  const settings = matches(compose, /^ +\w*(?:SECRET|PASSWORD)\w*: (.+)$/gm);
  assert.ok(settings.length >= 5);
  for (const value of settings) assert.match(value, /^\$\{[A-Z0-9_]+(:\?[^}]+)?\}$/);
});

test('the image is built by commands that exist, and serves as an ordinary user', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const commands = matches(dockerfile, /npm run ([\w:-]+)/g);
  assert.deepEqual(commands, ['build']);
  for (const command of commands) assert.ok(scripts[command]);
  const last = dockerfile.split(/^FROM /m).at(-1);
  assert.match(last, /^USER (?!root)\w+$/m);
  assert.match(last, /^HEALTHCHECK /m);
});

test('what the Dockerfile copies reaches the builder', () => {
  const admitted = matches(read('.dockerignore'), /^!(.+)$/gm);
  const copied = matches(dockerfile, /^COPY (?!--from)(.+) \S+$/gm).flatMap((sources) => sources.split(' '));
  for (const source of copied) assert.ok(admitted.includes(source.split('/')[0]), source);
});
