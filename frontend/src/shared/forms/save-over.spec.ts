import { AxiosError, AxiosHeaders, type InternalAxiosRequestConfig } from 'axios';
import { ChangedMeanwhile, saveOver } from './save-over';

const stale = (changes: unknown = []) => {
  const config = { headers: new AxiosHeaders() } as InternalAxiosRequestConfig;
  const data = { code: 'request.stale_version', changes };
  return new AxiosError('', undefined, config, null, { status: 412, data, headers: {}, config, statusText: '' });
};

const read = { rowVersion: 1, season: 'SS27', notes: null as string | null };

describe('saving over the change of another', () => {
  it('sends again where only other fields moved, as when a line moved the order’s sums on', async () => {
    const versions: string[] = [];
    const saved = await saveOver({
      read,
      body: { season: 'AW27' },
      send: (headers) => {
        versions.push(headers['If-Match']);
        return versions.length === 1 ? Promise.reject(stale()) : Promise.resolve({ ...read, rowVersion: 4 });
      },
      reload: () => Promise.resolve({ ...read, rowVersion: 3 }),
    });
    expect(versions).toEqual(['"1"', '"3"']);
    expect(saved.rowVersion).toBe(4);
  });

  it('sends again where both wrote the same', async () => {
    let sent = 0;
    await saveOver({
      read,
      body: { season: 'AW27' },
      send: () => (++sent === 1 ? Promise.reject(stale()) : Promise.resolve(read)),
      reload: () => Promise.resolve({ ...read, rowVersion: 2, season: 'AW27' }),
    });
    expect(sent).toBe(2);
  });

  it('names what clashes, and whose it was', async () => {
    const current = { rowVersion: 2, season: 'SS28', notes: 'theirs' };
    const saving = saveOver({
      read,
      body: { season: 'AW27', notes: null },
      send: () => Promise.reject(stale([{ actorId: 'rina' }, { actorId: 'rafi' }])),
      reload: () => Promise.resolve(current),
    });
    const error = await saving.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ChangedMeanwhile);
    expect(error).toMatchObject({
      current,
      actorId: 'rafi',
      clashes: [
        { field: 'season', before: 'SS27', theirs: 'SS28', mine: 'AW27' },
        { field: 'notes', before: null, theirs: 'theirs', mine: null },
      ],
    });
  });

  it('gives up when others write faster than we do', async () => {
    let version = 1;
    let sent = 0;
    const saving = saveOver({
      read,
      body: { season: 'AW27' },
      send: () => {
        sent += 1;
        return Promise.reject(stale());
      },
      reload: () => Promise.resolve({ ...read, rowVersion: ++version }),
    });
    await expect(saving).rejects.toBeInstanceOf(AxiosError);
    expect(sent).toBe(3);
  });
});
