import { durationsOf, LEAST_SAMPLES, pastOf, percentile, tookOf, type PastStep } from './durations';

const step = (key: string, days: number, after: string[], actualOn: string | null, plannedOn = actualOn): PastStep => ({
  key,
  days,
  after: after.map((each) => ({ key: each, lag: 0 })),
  calendar: { weekend: [5], holidays: new Set() },
  notApplicable: false,
  actualOn,
  plannedOn,
});

describe('how long a step took', () => {
  it('is counted from what it waited for, in working days of its holder', () => {
    // Wednesday to Monday with Friday closed: Thursday, Saturday, Sunday, Monday.
    const steps = [step('yarn', 2, [], '2026-11-18'), step('knit', 5, ['yarn'], '2026-11-23')];
    expect(tookOf('knit', steps)).toBe(4);
    expect(tookOf('yarn', steps)).toBeNull(); // nobody knows when it began
  });

  it('does not count that it waited for its plan, nor takes it for quicker than it was given', () => {
    const yarn = step('yarn', 2, [], '2026-11-01');
    expect(tookOf('knit', [yarn, step('knit', 5, ['yarn'], '2026-11-23', '2026-11-23')])).toBe(5);
    expect(tookOf('knit', [yarn, step('knit', 5, ['yarn'], '2026-11-25', '2026-11-23')])).toBe(7);
    expect(tookOf('knit', [yarn, step('knit', 5, ['yarn'], '2026-11-23', '2026-11-30')])).toBe(5);
  });

  it('is not known where it is out of order, or what it waited for did not happen', () => {
    expect(tookOf('knit', [step('yarn', 2, [], '2026-11-18'), step('knit', 5, ['yarn'], '2026-11-10')])).toBeNull();
    expect(tookOf('knit', [step('yarn', 2, [], null), step('knit', 5, ['yarn'], '2026-11-10')])).toBeNull();
  });
});

describe('the past of a house', () => {
  it('is half, and eight of ten of the times, each of them one that happened', () => {
    expect([percentile([9, 1, 3, 2, 4], 0.5), percentile([9, 1, 3, 2, 4], 0.8)]).toEqual([3, 4]);
    expect([percentile([1, 2, 3, 4], 0.5), percentile([7], 0.8)]).toEqual([2, 7]);
  });

  it(`counts from ${LEAST_SAMPLES} times on: of the mill, else of all mills, else not at all`, () => {
    const times = (mill: string, ...days: number[]) => days.map((each) => ({ step: 'knit', mill, days: each }));
    const past = pastOf(durationsOf([...times('Padma', 4, 5, 5, 6, 9), ...times('Meghna', 20, 20, 20)]));
    expect(past('knit', ' PADMA ')).toEqual({ samples: 5, p50: 5, p80: 6, of: 'Padma' });
    expect(past('knit', 'Meghna')).toMatchObject({ samples: 8, p50: 6, of: null });
    expect(past('knit', null)).toMatchObject({ samples: 8 });
    expect(past('dye', 'Padma')).toBeNull();
    expect(pastOf(durationsOf(times('Padma', 1, 1, 1, 1)))('knit', 'Padma')).toBeNull();
  });
});
