import { decimalFault, decimalLess, priceRange, quantityRange, readDecimal } from './decimals';

describe('a number as people type it', () => {
  it.each([
    ['64,680', '64680'],
    ['12,34,567.50', '1234567.5'],
    ['12 500', '12500'],
    ['.5', '0.5'],
    ['007', '7'],
    ['2.4500', '2.45'],
    ['0', '0'],
  ])('%s is %s', (typed, read) => expect(readDecimal(typed)).toBe(read));

  it.each(['2,45', '1,2', 'abc', '', '1.2.3', '-4', '12,', '1e5'])('%s is none', (typed) =>
    expect(readDecimal(typed)).toBeNull(),
  );

  it.each([
    ['-14.85', '-14.85'],
    ['\u22120.50', '-0.5'],
    ['-0', '0'],
    ['1.3', '1.3'],
  ])('%s is %s where a minus may stand', (typed, read) => expect(readDecimal(typed, true)).toBe(read));

  it('says what is wrong with it', () => {
    expect(decimalFault('', quantityRange)).toBeUndefined();
    expect(decimalFault('44,640', quantityRange)).toBeUndefined();
    expect(decimalFault('2,45', priceRange)).toBe('Decimals take a point: 2.45');
    expect(decimalFault('many', priceRange)).toBe('This is not a number.');
    expect(decimalFault('0', quantityRange)).toBe('More than 0.');
    expect(decimalFault('2.12345', priceRange)).toBe('At most 4 decimals.');
    expect(decimalFault('999999999999', quantityRange)).toBe('This is too large.');
    const axis = { min: '-200', max: '200', scale: 4 };
    expect(decimalFault('-14.85', axis)).toBeUndefined();
    expect(decimalFault('-201', axis)).toBe('At least -200.');
  });

  it.each([
    ['44640', '20000', '24640'],
    ['100', '0.125', '99.875'],
    ['0.3', '0.1', '0.2'],
    ['5', '5.0', '0'],
    ['1', '2.5', '-1.5'],
  ])('%s less %s is %s', (a, b, difference) => expect(decimalLess(a, b)).toBe(difference));
});
