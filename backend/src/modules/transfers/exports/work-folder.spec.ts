import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { closeWorkFolder, openWorkFolder } from './work-folder';

describe('the folder that a file is made in', () => {
  let place: string;
  beforeEach(async () => (place = await mkdtemp(join(tmpdir(), 'work-'))));
  afterEach(() => rm(place, { recursive: true }));

  it('takes away what a killed process left behind, and nothing else', async () => {
    const [left, young, foreign] = ['provabook-export-left', 'provabook-export-young', 'others'];
    const anHourAgo = new Date(Date.now() - 61 * 60 * 1000);
    for (const name of [left, young, foreign]) {
      await mkdir(join(place, name));
      await writeFile(join(place, name, 'file'), 'half');
      if (name !== young) await utimes(join(place, name), anHourAgo, anHourAgo);
    }
    const folder = await openWorkFolder(place);
    expect((await readdir(place)).sort()).toEqual([foreign, basename(folder), young].sort());
    await closeWorkFolder(folder);
    expect((await readdir(place)).sort()).toEqual([foreign, young]);
  });
});
