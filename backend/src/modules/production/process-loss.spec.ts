import Decimal from 'decimal.js';
import { greigeFor, greigeText, percentOf, processLossOf, yarnFor } from './process-loss';

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

  it('takes a share of the greige where it is on input', () => {
    expect(greigeText(greigeFor('4737', '12', 'input'))).toBe('5382.95');
    expect(greigeText(greigeFor('1000', '0', 'input'))).toBe('1000');
  });

  it('multiplies over stages, each of which knits for the next', () => {
    const through = (basis: 'input' | 'output') =>
      ['6', '3', '5'].reduce((left, loss) => greigeFor(left, loss, basis), new Decimal(1));
    expect(through('input').toFixed(5)).toBe('1.15445');
    expect(through('output').toFixed(5)).toBe('1.14639');
  });

  it('takes the yarn from the unrounded greige', () => {
    const { main, mixed } = yarnFor(greigeFor('4737', '12'), '4');
    expect([greigeText(main), greigeText(mixed)]).toEqual(['5093.22', '212.22']);
    expect(greigeText(yarnFor(greigeFor('1000', '10'), '4').main)).toBe('1056');
  });

  it('finds the loss on the basis on which it was planned', () => {
    expect(processLossOf('5305.44', '4737', 'output')).toBe('12.0');
    expect(processLossOf('5382.95', '4737', 'input')).toBe('12.0');
    expect(processLossOf('4700', '4737', 'output')).toBe('-0.8');
  });
});
