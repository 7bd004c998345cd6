import type { GridStepDto } from '@/shared/api/generated';
import { aGridLine, aGridStep } from '../../../../test/plan';
import { clustersOf, leadOf, monthsIn, nextPoints, placeOf, pointOf, pointsOf, spanOf } from './points';

const marks = (...given: Partial<GridStepDto>[]) =>
  given.map((each) => {
    const point = pointOf(aGridStep(each), false);
    return point && [point.on, point.mark, point.late];
  });

describe('the points of a strip', () => {
  it('stand on the day it happened, else on the forecast, else on the plan', () => {
    expect(
      marks(
        { actualOn: '2026-11-12', state: 'done', plannedOn: '2026-11-10', forecastOn: null, slackDays: null },
        { plannedOn: '2026-11-10', forecastOn: '2026-11-13', slackDays: 4 },
        { plannedOn: '2026-11-10', forecastOn: '2026-11-13', slackDays: -2, critical: true },
        { plannedOn: '2026-11-10', forecastOn: '2026-11-13', state: 'rejected', slackDays: 1 },
        { plannedOn: '2026-11-10', forecastOn: null, slackDays: null },
        { plannedOn: null, forecastOn: '2026-11-13', state: 'not_applicable' },
      ),
    ).toEqual([
      ['2026-11-12', 'actual', false],
      ['2026-11-13', 'forecast', false],
      ['2026-11-13', 'critical', true],
      ['2026-11-13', 'rejected', false],
      ['2026-11-10', 'plan', false],
      null,
    ]);
  });

  it('of goods that have left are where they were planned, and never late', () => {
    const step = aGridStep({ plannedOn: '2026-11-10', forecastOn: '2026-11-13', slackDays: -2 });
    expect(pointOf(step, true)).toMatchObject({ on: '2026-11-10', mark: 'plan', late: false });
  });

  it('name the next steps of a line by their days, without what is done', () => {
    const line = aGridLine([
      aGridStep({ label: 'Dyeing', forecastOn: '2026-12-01' }),
      aGridStep({ label: 'Yarn', actualOn: '2026-11-01', state: 'done' }),
      aGridStep({ label: 'Knitting', forecastOn: '2026-11-20' }),
    ]);
    expect(nextPoints(line, 3).map(({ step }) => step.label)).toEqual(['Knitting', 'Dyeing']);
  });
});

describe('the strip', () => {
  const line = aGridLine([
    aGridStep({ id: 'a', plannedOn: '2026-11-01', forecastOn: '2026-11-05' }),
    aGridStep({ id: 'b', forecastOn: '2026-11-06', slackDays: -3 }),
    aGridStep({ id: 'c', forecastOn: '2026-11-28' }),
  ]);

  it('reaches from the first day to the last, with today and the ETD, and names its months', () => {
    const span = spanOf([{ ...line, etd: '2026-12-20' }], '2026-10-25');
    expect(span).toEqual({ from: '2026-10-23', to: '2026-12-22' });
    expect(monthsIn(span)).toEqual(['2026-11-01', '2026-12-01']);
    expect(placeOf('2026-10-23', span)).toBe(0);
    expect(placeOf('2026-12-22', span)).toBe(1);
  });

  it('puts what lies too near to be hit apart into one cluster, which the worst speaks for', () => {
    const span = { from: '2026-11-01', to: '2026-12-01' };
    const narrow = clustersOf(pointsOf(line), span, 600);
    expect(narrow.map(({ points }) => points.map(({ step }) => step.id))).toEqual([['a', 'b'], ['c']]);
    expect(leadOf(narrow[0]!).step.id).toBe('b');
    expect(clustersOf(pointsOf(line), span, 1_000)).toHaveLength(3);
  });
});
