import { inPieces } from './pieces';

const keys = ['a', 'b', 'c', 'd', 'e'];
const next = (after: string) => Promise.resolve(keys.filter((key) => key > after).slice(0, 2));

describe('work in pieces', () => {
  beforeEach(() => jest.useFakeTimers({ now: 0 }));
  afterEach(() => jest.useRealTimers());

  it('goes through all of it, in order', async () => {
    const seen: string[][] = [];
    expect(await inPieces(next, (ids) => Promise.resolve(seen.push(ids)))).toEqual({ done: 5, left: false });
    expect(seen).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('stops when its time is up, and says that something is left', async () => {
    const slow = () => Promise.resolve(jest.advanceTimersByTime(12_000));
    expect(await inPieces(next, slow)).toEqual({ done: 4, left: true });
    expect(await inPieces(() => Promise.resolve([]), slow)).toEqual({ done: 0, left: false });
  });
});
