import { nextStep } from './next';

type Step = Parameters<typeof nextStep>[0][number];
const step = (milestone: string, plannedOn: string | null, after: string[] = [], more: Partial<Step> = {}): Step => ({
  ...{ milestone, label: milestone, state: 'open', plannedOn, actualOn: null },
  after: after.map((key) => ({ key, lag: 0 })),
  ...more,
});
const done = { state: 'done', actualOn: '2026-11-01' } as const;
const next = (...steps: Step[]) => nextStep(steps)?.milestone ?? null;

describe('the next step of a line', () => {
  it('is the earliest that is open, overdue or not', () => {
    const received = step('yarnReceived', '2027-01-20', ['yarnBooked']);
    expect(next(step('yarnBooked', '2020-01-10'), received)).toBe('yarnBooked');
    expect(next(step('yarnBooked', '2020-01-10', [], done), received)).toBe('yarnReceived');
    expect(next(step('labDipSubmitted', '2026-12-02'), step('ppYards', '2026-12-01'))).toBe('ppYards');
  });

  it('is none that waits for another, be it planned sooner', () => {
    expect(next(step('yarnBooked', '2026-12-09'), step('yarnReceived', '2026-12-01', ['yarnBooked']))).toBe(
      'yarnBooked',
    );
  });

  it('waits through what does not apply for what that waits for, and not for what is not there', () => {
    const print = step('printSent', null, ['cuttingComplete'], { state: 'not_applicable' });
    const sewing = step('sewingInput', '2026-12-05', ['printSent', 'printReceived']);
    expect(next(step('cuttingComplete', '2026-12-07'), print, sewing)).toBe('cuttingComplete');
    expect(next(step('cuttingComplete', '2026-12-07', [], done), print, sewing)).toBe('sewingInput');
  });

  it('is none where everything is done, or nothing has a day', () => {
    expect(next(step('yarnBooked', '2026-12-09', [], done))).toBeNull();
    expect(next(step('yarnBooked', null))).toBeNull();
  });
});
