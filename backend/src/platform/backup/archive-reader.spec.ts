import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partsOf, type Part } from './archive-reader';
import { ArchiveWriter } from './archive-writer';

let folder: string;

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'provabook-archive-'))));
afterAll(() => rm(folder, { recursive: true }));

async function read(path: string): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const part of partsOf(path, {})) parts.push(part);
  return parts;
}

describe('an archive', () => {
  const parts: Part[] = [
    { name: 'header.json', bytes: Buffer.from('{"format":1}') },
    { name: 'manifest.json', bytes: Buffer.from('{"asOf":"2026-11-22T23:02:42.742Z"}') },
  ];
  let whole: Buffer;

  beforeAll(async () => {
    const path = join(folder, 'whole');
    const writer = new ArchiveWriter(path, {});
    for (const { name, bytes } of parts) await writer.entry(name, bytes);
    await writer.finish();
    whole = await readFile(path);
  });

  it('is read as it was written', async () => {
    expect(await read(join(folder, 'whole'))).toEqual(parts);
  });

  it('says what was written, or that it is damaged, with one other bit wherever that is', async () => {
    let refused = 0;
    for (let at = 0; at < whole.length; at++) {
      const path = join(folder, 'changed');
      await writeFile(path, Buffer.from(whole.map((byte, place) => (place === at ? byte ^ 0x20 : byte))));
      // Some bits say nothing: a run of zeros may be copied from one zero before or from two.
      const found = await read(path).catch((error: Error) => error.message);
      if (typeof found === 'string') refused++;
      expect([at, found]).toEqual([at, typeof found === 'string' ? expect.stringContaining('damaged') : parts]);
    }
    expect(refused).toBeGreaterThan(whole.length / 2);
  });

  it('is refused where its end is not the sum of what was read', async () => {
    const path = join(folder, 'sum');
    for (let last = 1; last <= 8; last++) {
      await writeFile(path, Buffer.from(whole.map((byte, at) => (at === whole.length - last ? byte ^ 1 : byte))));
      await expect(read(path)).rejects.toThrow('damaged');
    }
  });
});
