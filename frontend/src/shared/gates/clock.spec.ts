import { clockOf } from './clock';

const held = {
  status: 'submission',
  holder: 'buyer',
  heldSince: '2026-11-04',
  allowedDays: 5,
  dueOn: '2026-11-09',
} as const;

describe('the clock of a gate', () => {
  it('says who has it, for how long, and of how many days', () => {
    expect(clockOf(held, '2026-11-10')).toEqual({
      held: 6,
      allowed: 5,
      late: true,
      days: '6 d of 5',
      words: 'with the buyer 6 d of 5',
    });
  });

  it('is not late on its last day, nor where nobody counts', () => {
    expect(clockOf(held, '2026-11-09')?.late).toBe(false);
    expect(clockOf({ ...held, allowedDays: null, dueOn: null }, '2026-11-30')).toMatchObject({
      late: false,
      days: '26 d',
    });
  });

  it('stands still once nobody is waited for', () => {
    expect(
      clockOf({ status: 'approved', holder: null, heldSince: null, allowedDays: null, dueOn: null }, '2026-11-10'),
    ).toBeNull();
  });
});
