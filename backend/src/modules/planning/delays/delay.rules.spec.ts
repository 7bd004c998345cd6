import type { ForecastStep } from '../schedule/forecast';
import { entriesTo, sharesOf, slipOf } from './delay.rules';

const CLOSED_ON_FRIDAYS = { weekend: [5 as const], holidays: new Set<string>() };
const step = (key: string, days: number, after: string[], actualOn: string | null, more = {}): ForecastStep => ({
  key,
  days,
  after: after.map((each) => ({ key: each, lag: 0 })),
  calendar: CLOSED_ON_FRIDAYS,
  notApplicable: false,
  actualOn,
  ...more,
});

describe('the slip of a step', () => {
  it('is counted in working days of its holder, from the day it was planned for', () => {
    // Wednesday to Sunday: Thursday, Saturday, Sunday.
    expect(slipOf('yarn', '2026-11-18', [step('yarn', 5, [], '2026-11-22')])).toEqual({
      dueOn: '2026-11-18',
      workingDays: 3,
    });
    expect(slipOf('yarn', '2026-11-22', [step('yarn', 5, [], '2026-11-18')])).toMatchObject({ workingDays: 0 });
  });

  it('does not count what it inherits: its own time begins when what it waits for is done', () => {
    const steps = [step('yarn', 5, [], '2026-11-25'), step('knit', 3, ['yarn'], '2026-11-30')];
    // Late yarn makes it due three working days after the 25th: the 29th.
    expect(slipOf('knit', '2026-11-21', steps)).toEqual({ dueOn: '2026-11-29', workingDays: 1 });
  });

  it('passes through what does not apply, and waits for nothing that did not happen', () => {
    const steps = [
      step('knit', 3, [], '2026-11-25'),
      step('print', 4, ['knit'], null, { notApplicable: true }),
      step('sew', 2, ['print'], '2026-11-28'),
    ];
    expect(slipOf('sew', '2026-11-21', steps)).toEqual({ dueOn: '2026-11-28', workingDays: 0 });
    const unknown = [step('knit', 3, [], null), step('sew', 2, ['knit'], '2026-11-23')];
    expect(slipOf('sew', '2026-11-21', unknown)).toMatchObject({ workingDays: 2 });
  });

  it('is none of a step that did not happen, or was not planned', () => {
    expect(slipOf('yarn', '2026-11-18', [step('yarn', 5, [], null)])).toBeNull();
    expect(slipOf('yarn', null, [step('yarn', 5, [], '2026-11-18')])).toBeNull();
  });
});

describe('what is booked', () => {
  const padma = (workingDays: number) => ({ party: 'mill' as const, partyName: 'Padma', workingDays });
  const buyer = (workingDays: number) => ({ party: 'buyer' as const, partyName: null, workingDays });

  it('is the sum of a party, whatever the case of its name', () => {
    expect(sharesOf([padma(3), buyer(5), { ...padma(-1), partyName: 'PADMA' }, buyer(-5)])).toEqual([padma(2)]);
  });

  it('is brought to where it belongs by what differs', () => {
    expect(entriesTo([padma(5)], [padma(3)])).toEqual([padma(2)]);
    expect(entriesTo([buyer(3)], [padma(3)])).toEqual([buyer(3), padma(-3)]);
    expect(entriesTo([], [padma(3)])).toEqual([padma(-3)]);
    expect(entriesTo([padma(3)], [padma(3)])).toEqual([]);
  });
});
