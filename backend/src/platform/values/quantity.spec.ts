import { convertQuantity } from './quantity';

describe('convertQuantity', () => {
  it('goes between units of one measure', () => {
    expect(convertQuantity('1000', 'lbs', 'kg')?.toFixed()).toBe('453.59237');
    expect(convertQuantity('400', 'kg', 'g')?.toFixed()).toBe('400000');
    expect(convertQuantity('100', 'yards', 'meters')?.toFixed()).toBe('91.44');
    expect(convertQuantity('12.5', 'kg', 'kg')?.toFixed()).toBe('12.5');
  });

  it('knows that pieces, lengths and weights are no measure of one another', () => {
    expect(convertQuantity('1', 'pieces', 'kg')).toBeNull();
    expect(convertQuantity('1', 'yards', 'kg')).toBeNull();
    expect(convertQuantity('1', 'rolls', 'pieces')).toBeNull();
  });
});
