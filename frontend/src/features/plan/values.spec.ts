import { newStep, stepChanges, stepValues } from './values';

const planned = { ...newStep, plannedOn: '2026-11-26' };
const done = { ...planned, state: 'done' as const, actualOn: '2026-11-27' };
const refused = { ...planned, state: 'rejected' as const, note: 'Need revised LD' };

describe('what is sent for a step', () => {
  it('only what differs', () => {
    expect(stepChanges({ ...stepValues(planned), note: ' Mill is late. ' }, planned)).toEqual({
      note: 'Mill is late.',
    });
    expect(stepChanges(stepValues(done), done)).toEqual({});
  });

  it('a day makes it done, and taking the day away opens it', () => {
    expect(stepChanges({ ...stepValues(planned), actualOn: '2026-11-27' }, planned)).toEqual({
      actualOn: '2026-11-27',
    });
    expect(stepChanges({ ...stepValues(done), actualOn: '' }, done)).toEqual({ actualOn: null });
  });

  it('what does not apply sends no days', () => {
    expect(stepChanges({ ...stepValues(done), state: 'not_applicable' }, done)).toEqual({ state: 'not_applicable' });
  });

  it('what was rejected stays so with a new plan, until it is open again or happened', () => {
    const later = { ...stepValues(refused), plannedOn: '2026-12-01' };
    expect(stepChanges(later, refused)).toEqual({ plannedOn: '2026-12-01', state: 'rejected' });
    expect(stepChanges({ ...stepValues(refused), state: 'open' }, refused)).toEqual({ state: 'open' });
    expect(stepChanges({ ...stepValues(refused), state: 'open', actualOn: '2026-11-27' }, refused)).toEqual({
      actualOn: '2026-11-27',
    });
  });
});
