import { formulaName, judgedDifference, rounded, shiftWords, verdictSentence, type Tolerance } from './verdict';

const cmc: Tolerance = { formula: 'cmc', lightness: 2, chroma: 1, limit: 1 };
const ciede2000: Tolerance = { formula: 'ciede2000', lightness: null, chroma: null, limit: 1 };
const daylight = { illuminant: 'D65', observer: '10' } as const;
const standard = { l: 60.2574, a: -34.0099, b: 36.2677 };
const sample = { l: 60.4626, a: -34.1751, b: 39.4387 };

describe('a verdict on a colour', () => {
  it('goes by the formula of the tolerance, to two decimals', () => {
    expect(judgedDifference(standard, sample, cmc)).toBe(1.42);
    expect(judgedDifference(standard, sample, ciede2000)).toBe(1.26);
    expect(judgedDifference(standard, sample, { ...cmc, chroma: 2 })).toBeLessThan(1.42);
    expect([formulaName(cmc), formulaName(ciede2000)]).toEqual(['CMC(2:1)', 'CIEDE2000']);
  });

  it('judges the figure that is shown: 1.004 is 1.00 and passes a limit of 1.00', () => {
    expect([rounded(1.004), rounded(1.005), rounded(0.999)]).toEqual([1, 1.01, 1]);
    expect(verdictSentence(rounded(1.004), [], cmc, daylight)).toBe(
      'Passes by CMC(2:1) under D65, 10°: 1.00 of 1.00 allowed; no shift to be seen.',
    );
    expect(verdictSentence(1.01, ['darker'], ciede2000, { illuminant: 'TL84', observer: '2' })).toBe(
      'Fails by CIEDE2000 under TL84, 2°: 1.01 of 1.00 allowed; darker.',
    );
  });

  it.each([
    [{ dL: 1, da: 0, db: 0 }, ['lighter']],
    [{ dL: -1, da: 0, db: 0 }, ['darker']],
    [{ dL: 0, da: 1, db: 0 }, ['redder']],
    [{ dL: 0, da: -1, db: 0 }, ['greener']],
    [{ dL: 0, da: 0, db: 1 }, ['yellower']],
    [{ dL: 0, da: 0, db: -1 }, ['bluer']],
    [{ dL: -0.4, da: 0.9, db: -0.09 }, ['redder', 'darker']],
    [{ dL: 0.09, da: -0.09, db: 0.05 }, []],
  ])('calls %j %j', (shift, words) => {
    expect(shiftWords({ dC: 0, dH: 0, ...shift })).toEqual(words);
  });
});
