import { LineMilestone } from './milestone.entity';

const milestone = () =>
  Object.assign(new LineMilestone(), { state: 'open', plannedOn: null, actualOn: null, note: null } as const);

describe('a milestone', () => {
  it('is done exactly while it has a day on which it happened', () => {
    const step = milestone();
    step.write({ plannedOn: '2026-12-01' });
    expect(step.state).toBe('open');
    step.write({ actualOn: '2026-12-03' });
    expect([step.state, step.plannedOn]).toEqual(['done', '2026-12-01']);
    step.write({ actualOn: null });
    expect(step.state).toBe('open');
  });

  it('has no days when it does not apply, and applies again when it is planned', () => {
    const step = milestone();
    step.write({ plannedOn: '2026-12-01' });
    step.write({ state: 'not_applicable', note: 'no print' });
    expect([step.state, step.plannedOn, step.note]).toEqual(['not_applicable', null, 'no print']);
    step.write({ plannedOn: '2026-12-09' });
    expect(step.state).toBe('open');
  });

  it('that was rejected has not happened, and keeps its plan', () => {
    const step = milestone();
    step.write({ plannedOn: '2026-12-01', actualOn: '2026-12-01' });
    step.write({ state: 'rejected', note: 'need revised LD' });
    expect([step.state, step.actualOn, step.plannedOn]).toEqual(['rejected', null, '2026-12-01']);
    step.write({ note: 'second round is with the buyer' });
    expect(step.state).toBe('rejected');
  });
});
