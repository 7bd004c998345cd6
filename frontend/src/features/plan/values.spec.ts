import { newStep, noSlip, slips, slipTold, stepChanges, stepValues } from './values';

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

describe('a slip', () => {
  it('is asked for where a day is later than planned, and only there', () => {
    const values = stepValues(planned);
    expect(slips(values, planned)).toBe(false);
    expect(slips({ ...values, plannedOn: '2026-11-28' }, planned)).toBe(true);
    expect(slips({ ...values, plannedOn: '2026-11-20' }, planned)).toBe(false);
    expect(slips({ ...values, actualOn: '2026-11-27' }, planned)).toBe(true);
    expect(slips({ ...values, actualOn: '2026-11-26' }, planned)).toBe(false);
    expect(slips(stepValues(done), done)).toBe(false); // told already
    expect(slips({ ...stepValues(newStep), plannedOn: '2026-11-28' }, newStep)).toBe(false);
  });

  it('is told of whoever is named, and of nobody else', () => {
    expect(slipTold(noSlip)).toEqual({});
    expect(slipTold({ party: 'mill', partyName: ' ', reason: 'No yarn. ' })).toEqual({
      slip: { party: 'mill', reason: 'No yarn.' },
    });
  });
});
