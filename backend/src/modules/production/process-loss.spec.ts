import { greigeFor, greigeText, percentOf } from './process-loss';

describe('process loss', () => {
  it('marks the finished quantity up', () => {
    expect(greigeText(greigeFor('4737', '12'))).toBe('5305.44');
    expect(greigeText(greigeFor('1000', '10'))).toBe('1100');
    expect(greigeText(greigeFor('1000', '0'))).toBe('1000');
  });

  it('rounds half up to 0.01, from the unrounded figure', () => {
    expect(greigeText(greigeFor('0.5', '1'))).toBe('0.51');
    expect(greigeText(greigeFor('100.01', '12.25'))).toBe('112.26');
    expect(greigeFor('100.01', '12.25').toFixed()).toBe('112.261225');
  });

  it('tells a share of the greige from one of the finished fabric', () => {
    expect(percentOf('400', greigeFor('4737', '12'))).toBe('7.5');
    expect(percentOf('400', '4737')).toBe('8.4');
  });

  it('rounds a percentage half up, and goes past 100', () => {
    expect(percentOf('0', '4737')).toBe('0.0');
    expect(percentOf('845', '10000')).toBe('8.5');
    expect(percentOf('5200', '5000')).toBe('104.0');
  });
});
