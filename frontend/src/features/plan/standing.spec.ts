import { standingOf, type Step } from './standing';

const step = (given: Partial<Step>): Step => ({ state: 'open', plannedOn: null, actualOn: null, ...given });

describe('where a step stands on 10 November', () => {
  it.each<[string, Partial<Step>, boolean]>([
    ['No day set', {}, false],
    ['In 11 days', { plannedOn: '2026-11-21' }, false],
    ['Due tomorrow', { plannedOn: '2026-11-11' }, false],
    ['Due today', { plannedOn: '2026-11-10' }, false],
    ['1 day late', { plannedOn: '2026-11-09' }, true],
    ['Rejected', { state: 'rejected' }, false],
    ['Rejected, 3 days late', { state: 'rejected', plannedOn: '2026-11-07' }, true],
    ['Not applicable', { state: 'not_applicable' }, false],
    ['Done', { state: 'done', actualOn: '2026-11-02' }, false],
    ['Done, 2 days late', { state: 'done', plannedOn: '2026-11-01', actualOn: '2026-11-03' }, false],
    ['Done, 1 day early', { state: 'done', plannedOn: '2026-11-04', actualOn: '2026-11-03' }, false],
  ])('%s', (words, given, late) => {
    expect(standingOf(step(given), '2026-11-10')).toMatchObject({ words, late });
  });

  it('is not late any more once the goods have left', () => {
    expect(standingOf(step({ plannedOn: '2026-11-01' }), '2026-11-10', true)).toMatchObject({
      words: 'Open',
      late: false,
    });
  });
});
