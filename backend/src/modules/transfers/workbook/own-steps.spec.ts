import { baselinesOf, ownStepsOf, readBaselines, readOwnSteps, type OwnStep } from './own-steps';

const empty = { planned: null, firstPlanned: null, actual: null, state: null, note: null };
const dayText = (day: string) => day;

describe('steps of the house’s own in one cell', () => {
  const steps: OwnStep[] = [
    { ...empty, label: 'Wash test: second', planned: '2025-12-06', firstPlanned: '2025-12-01', actual: '2025-12-07' },
    { ...empty, label: 'Fit on a model', state: 'not_applicable', note: 'She is away.\n\nAsk: why?' },
    { ...empty, label: 'Lab report', state: 'rejected', planned: '2025-12-09' },
    { ...empty, label: 'Trims in house' },
  ];

  it('are read as they were written, labels with colons and notes of several lines too', () => {
    expect(readOwnSteps(ownStepsOf(steps, dayText) ?? '')).toEqual(steps);
  });

  it('are one line each, with what was said below it', () => {
    expect(ownStepsOf(steps.slice(0, 2), dayText)?.split('\n')).toEqual([
      'Wash test: second: planned 2025-12-06, first planned 2025-12-01, done 2025-12-07',
      'Fit on a model: not applicable',
      '  She is away.',
      '  ',
      '  Ask: why?',
    ]);
    expect(ownStepsOf([], dayText)).toBeNull();
  });

  it('leave out what is no step', () => {
    expect(readOwnSteps('Wash test: soon\n  not a note of any step\nno colon\nTrims: planned 6/Dec/25')).toEqual([
      { ...empty, label: 'Trims', planned: '2025-12-06' },
    ]);
  });
});

describe('first plans in one cell', () => {
  it('are read as they were written; what names no step or no day is left out', () => {
    const text = baselinesOf([{ label: 'Knitting start', day: '2025-12-03' }], dayText);
    expect(text).toBe('Knitting start: 2025-12-03');
    expect([...readBaselines(`${text}\nDyeing start: soon\nTea: 3/Dec/25\nEx-factory: 9/Jan/26`)]).toEqual([
      ['knittingStart', '2025-12-03'],
      ['exFactory', '2026-01-09'],
    ]);
    expect(baselinesOf([], dayText)).toBeNull();
  });
});
