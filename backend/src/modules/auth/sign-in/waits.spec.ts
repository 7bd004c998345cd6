import { waitAfter } from './waits';

describe('the wait after failed sign-ins', () => {
  it('costs nothing at first, then doubles up to a quarter of an hour', () => {
    expect([1, 4, 5, 6, 7, 10, 11, 12, 5000].map((failures) => waitAfter(failures, 'account'))).toEqual([
      0, 0, 15, 30, 60, 480, 900, 900, 900,
    ]);
  });

  it('comes later for an address, which a whole office may share', () => {
    expect([39, 40, 41].map((failures) => waitAfter(failures, 'address'))).toEqual([0, 15, 30]);
  });
});
