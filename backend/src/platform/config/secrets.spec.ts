import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { weaknessOf } from './secrets';

const root = join(__dirname, '../../../..');

describe('a secret', () => {
  it.each([
    ['short', /too short/],
    ['x'.repeat(32), /over and over/],
    ['x'.repeat(31) + 'y', /few different/],
    ['fedcba9812345670'.repeat(2), /over and over/],
    ['deadbeef'.repeat(8), /over and over/],
    ['changeme-changeme-changeme-changeme', /well known/],
    ['CHANGE_ME to something of your own!', /well known/],
    ['your-secret-key-goes-here-1f9a7c2e', /well known/],
    ['django-insecure-8h2k#q!v7z@x4m9w1p', /well known/],
    ['Password1234567890Password!?#+*~xyz', /well known/],
    ['32 or more random characters - openssl rand -hex 32', /well known/],
    ['aaaaaaaabbbbbbbbccccccccdddddddd11112222', /few different/],
  ])('is not %s', (text, why) => expect(weaknessOf(text, 32)).toMatch(why));

  it('is what comes of a source of randomness', () => {
    for (let n = 0; n < 2_000; n++)
      for (const [text, shortest] of [
        [randomBytes(32).toString('hex'), 32],
        [randomBytes(24).toString('base64'), 32],
        [randomBytes(16).toString('hex'), 16],
      ] as const)
        expect([text, weaknessOf(text, shortest)]).toEqual([text, null]);
  });

  it('is nothing that our own examples show', () => {
    const files = ['.env.example', 'docker/env.example', 'docker/compose.yml', 'docs/operations.md', 'README.md'];
    const shown = files.flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return [...text.matchAll(/\b(?:SECRET_KEY|METRICS_TOKEN)\s*[=:][^\S\n]*(\S[^#\n]*)/g)]
        .filter(([, value = '']) => !/^["'`]?\$/.test(value))
        .map(([line, value = '']) => ({ file, line, weakness: weaknessOf(value.trim(), 32) }));
    });
    expect(shown.filter(({ weakness }) => weakness === null)).toEqual([]);
  });
});
