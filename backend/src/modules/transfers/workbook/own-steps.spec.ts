import { readBaselines, readOwnSteps, type OwnStep } from './own-steps';

const empty = { planned: null, firstPlanned: null, actual: null, state: null, note: null };

describe('steps of the house’s own in one cell', () => {
  const steps: OwnStep[] = [
    { ...empty, label: 'Wash test: second', planned: '2025-12-06', firstPlanned: '2025-12-01', actual: '2025-12-07' },
    { ...empty, label: 'Fit on a model', state: 'not_applicable', note: 'She is away.\n\nAsk: why?' },
    { ...empty, label: 'Lab report', state: 'rejected', planned: '2025-12-09' },
    { ...empty, label: 'Trims in house' },
  ];

  it('are read with colons in their labels, and with notes of several lines', () => {
    const text = [
      'Wash test: second: planned 6/Dec/25, first planned 1/Dec/25, done 7/Dec/25',
      'Fit on a model: not applicable',
      '  She is away.',
      '  ',
      '  Ask: why?',
      'Lab report: rejected, planned 9/Dec/25',
      'Trims in house: open',
    ].join('\n');
    expect(readOwnSteps(text)).toEqual(steps);
    expect(readOwnSteps('')).toEqual([]);
  });

  it('leave out what is no step', () => {
    expect(readOwnSteps('Wash test: soon\n  not a note of any step\nno colon\nTrims: planned 6/Dec/25')).toEqual([
      { ...empty, label: 'Trims', planned: '2025-12-06' },
    ]);
  });
});

describe('first plans in one cell', () => {
  it('are read; what names no step or no day is left out', () => {
    const text = 'Knitting start: 3/Dec/25\nDyeing start: soon\nTea: 3/Dec/25\nEx-factory: 9/Jan/26';
    expect([...readBaselines(text)]).toEqual([
      ['knittingStart', '2025-12-03'],
      ['exFactory', '2026-01-09'],
    ]);
  });
});
