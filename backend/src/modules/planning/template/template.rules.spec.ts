import type { TemplateStep } from './template.entity';
import { stepsOn } from './template.rules';

const step = (key: string, ...after: [key: string, lag: number][]) =>
  ({ key, label: key, holder: 'mill', days: 3, after: after.map(([of, lag]) => ({ key: of, lag })) }) as TemplateStep;

const STEPS = [
  step('knittingStart'),
  step('dyeingStart', ['knittingStart', 2]),
  step('dyeingComplete', ['dyeingStart', 5], ['knittingStart', 1]),
  step('finalInspection', ['dyeingComplete', 1]),
];

describe('the steps of a template that a line has', () => {
  const waitsOf = (...has: string[]) =>
    stepsOn(STEPS, (key) => has.includes(key)).map(({ key, after }) => [
      key,
      after.map((wait) => `${wait.key} ${wait.lag}`),
    ]);

  it('wait as the template says', () => {
    expect(stepsOn(STEPS, () => true)).toEqual(STEPS);
  });

  it('wait through those that it has not, for the longest of the ways', () => {
    expect(waitsOf('knittingStart', 'dyeingComplete', 'finalInspection')).toEqual([
      ['knittingStart', []],
      ['dyeingComplete', ['knittingStart 7']],
      ['finalInspection', ['dyeingComplete 1']],
    ]);
    expect(waitsOf('knittingStart', 'finalInspection').at(-1)).toEqual(['finalInspection', ['knittingStart 8']]);
    expect(waitsOf('finalInspection')).toEqual([['finalInspection', []]]);
  });
});
