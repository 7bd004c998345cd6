import { lineLifecycle } from './line.lifecycle';

describe('the life of a line', () => {
  it('can reach every status from upcoming', () => {
    const reached = new Set(['upcoming']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const status of lineLifecycle.statuses)
        if (reached.has(status)) lineLifecycle.nextOf(status).forEach((next) => reached.add(next));
    }
    expect([...reached].sort()).toEqual([...lineLifecycle.statuses].sort());
  });

  it('goes forward one stage after another, as the house does', () => {
    expect(
      ['in_development', 'running', 'bulk', 'completed'].reduce(
        (from, to) => lineLifecycle.step(from as 'upcoming', to as 'bulk'),
        'upcoming',
      ),
    ).toBe('completed');
  });
});
