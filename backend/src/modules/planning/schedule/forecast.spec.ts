import { forecastOf, urgencyOf, type ForecastStep } from './forecast';

const EVERY_DAY = { weekend: [], holidays: new Set<string>() };
const step = (key: string, days: number, after: string[] = [], given: Partial<ForecastStep> = {}): ForecastStep => ({
  key,
  days,
  after: after.map((each) => ({ key: each, lag: 0 })),
  calendar: EVERY_DAY,
  notApplicable: false,
  actualOn: null,
  ...given,
});
const LINE = [
  step('yarn', 5),
  step('knit', 10, ['yarn']),
  step('print', 4, ['knit']),
  step('sew', 8, ['print']),
  step('out', 1, ['sew']),
];

describe('urgency', () => {
  it.each([
    [-1, 'late'],
    [0, 'at_risk'],
    [5, 'at_risk'],
    [6, 'watch'],
    [10, 'watch'],
    [11, 'fine'],
  ])('of %i working days of slack is %s', (slack, urgency) => expect(urgencyOf(slack)).toBe(urgency));
});

describe('the forecast of a line', () => {
  it('says when it leaves, how late that is, and through which chain', () => {
    const forecast = forecastOf(LINE, '2026-12-15', '2026-11-21');
    expect(forecast).toMatchObject({ finishOn: '2026-12-19', slack: -4, urgency: 'late' });
    expect(forecast?.chain.map(({ key, from, on }) => `${key} ${from} ${on}`)).toEqual([
      'yarn 2026-11-21 2026-11-26',
      'knit 2026-11-26 2026-12-06',
      'print 2026-12-06 2026-12-10',
      'sew 2026-12-10 2026-12-18',
      'out 2026-12-18 2026-12-19',
    ]);
    expect(forecast?.steps.map(({ critical }) => critical)).toEqual([true, true, true, true, true]);
  });

  it('takes what happened as it happened: yarn five days late moves all that waits for it', () => {
    const late = forecastOf(
      [step('yarn', 5, [], { actualOn: '2026-12-01' }), ...LINE.slice(1)],
      '2026-12-30',
      '2026-12-01',
    );
    expect(late).toMatchObject({ finishOn: '2026-12-24', slack: 6, urgency: 'watch' });
    expect(late?.steps[0]).toMatchObject({ forecastOn: '2026-12-01', slack: null, critical: false });
    expect(late?.chain[0]).toMatchObject({ key: 'knit', from: '2026-12-01' });
  });

  it('passes through what does not apply', () => {
    const unprinted = LINE.map((each) => (each.key === 'print' ? { ...each, notApplicable: true } : each));
    const forecast = forecastOf(unprinted, '2026-12-15', '2026-11-21');
    expect([forecast?.finishOn, forecast?.steps.map(({ key }) => key)]).toEqual([
      '2026-12-15',
      ['yarn', 'knit', 'sew', 'out'],
    ]);
  });

  it('has no slack without an ETD, and nothing to say once all is done', () => {
    expect(forecastOf(LINE, null, '2026-11-21')).toMatchObject({ finishOn: '2026-12-19', slack: null, urgency: null });
    expect(
      forecastOf(
        LINE.map((each) => ({ ...each, actualOn: '2026-11-20' })),
        '2026-12-15',
        '2026-11-21',
      ),
    ).toBeNull();
  });
});
