import { asWritten } from './as-written';

describe('a row as it is written', () => {
  it('has its numbers without what the column adds to them, and all else as it is', () => {
    const row = { quantity: '44640.000', provaPrice: '2.4500', gsm: '160.50', cadCode: '7.0', etd: null, version: 2 };
    expect(asWritten(row)).toEqual({
      quantity: '44640',
      provaPrice: '2.45',
      gsm: '160.5',
      cadCode: '7.0',
      etd: null,
      version: 2,
    });
  });
});
