import { rateInto, type NamedRate } from './conversion';

const rate = (fromCurrency: string, toCurrency: string, value: string, ratedOn: string): NamedRate => ({
  fromCurrency,
  toCurrency,
  rate: value,
  ratedOn,
  source: 'Bangladesh Bank',
});

describe('the rate into a currency', () => {
  it('is the one that names the two, or its inverse', () => {
    expect(rateInto('EUR', 'USD', [rate('EUR', 'USD', '1.08', '2026-11-02')])?.factor.toFixed()).toBe('1.08');
    expect(rateInto('BDT', 'USD', [rate('USD', 'BDT', '125', '2026-11-02')])?.factor.toFixed()).toBe('0.008');
  });

  it('is the later of the two', () => {
    const both = [rate('EUR', 'USD', '1.08', '2026-11-02'), rate('USD', 'EUR', '0.8', '2026-11-03')];
    expect(rateInto('EUR', 'USD', both)).toMatchObject({ rate: { ratedOn: '2026-11-03' } });
    expect(rateInto('EUR', 'USD', both)?.factor.toFixed()).toBe('1.25');
    const sameDay = [rate('EUR', 'USD', '1.08', '2026-11-03'), both[1]!];
    expect(rateInto('EUR', 'USD', sameDay)?.factor.toFixed()).toBe('1.08');
  });

  it('is not made up over a third currency', () => {
    expect(
      rateInto('EUR', 'USD', [rate('EUR', 'BDT', '135', '2026-11-02'), rate('USD', 'BDT', '125', '2026-11-02')]),
    ).toBeNull();
  });
});
