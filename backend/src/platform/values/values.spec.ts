import Decimal from 'decimal.js';
import fc from 'fast-check';
import { isCurrency, minorUnits, minorUnitsSql } from './currencies';
import { addDays, daysBetween, isDay, today } from './day';
import { amountText, lineAmount, priceText, sumMoney } from './money';
import { fitsUnit, quantityText, sumQuantities } from './quantity';

describe('a day', () => {
  it.each([
    ['2026-11-21', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2024-02-30', false],
    ['2026-13-01', false],
    ['26-11-21', false],
    ['2026-11-21T00:00:00Z', false],
    [20261121, false],
  ])('%s is a day: %s', (value, expected) => expect(isDay(value)).toBe(expected));

  it('begins at midnight of the house, not of Greenwich', () => {
    const instant = new Date('2026-11-20T18:30:00Z');
    expect([today('Asia/Dhaka', instant), today('UTC', instant)]).toEqual(['2026-11-21', '2026-11-20']);
  });

  it('moves by calendar days, there and back', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: -9000, max: 9000 }), (date, days) => {
        const start = date.toISOString().slice(0, 10);
        expect(daysBetween(start, addDays(start, days))).toBe(days);
      }),
    );
  });
});

describe('a currency', () => {
  it('is one that people pay in, by the list of ISO 4217', () => {
    expect(['USD', 'BDT', 'XOF', 'ZWG'].filter(isCurrency)).toHaveLength(4);
    expect(['XXX', 'ZZZ', 'XTS', 'XAU', 'HRK', 'usd', 'US', '', null, 840].filter(isCurrency)).toEqual([]);
  });

  it('has the decimals of its minor unit', () => {
    expect(['USD', 'JPY', 'KRW', 'VND', 'ISK', 'BHD', 'IQD', 'TND'].map(minorUnits)).toEqual([2, 0, 0, 0, 0, 3, 3, 3]);
    expect(minorUnitsSql('currency')).toMatch(
      /^CASE WHEN currency IN \('BIF', .* THEN 0 WHEN .*'KWD'.* THEN 3 ELSE 2 END$/,
    );
  });
});

describe('money', () => {
  it('is rounded half up, once per line, to the minor unit of its currency', () => {
    expect(lineAmount('3', '0.335', 'USD').toFixed()).toBe('1.01');
    expect([amountText('10.005', 'USD'), amountText('10.5', 'JPY'), amountText('1.0005', 'KWD')]).toEqual([
      '10.01',
      '11',
      '1.001',
    ]);
  });

  it('never adds across currencies', () => {
    expect(
      sumMoney([
        { amount: '0.1', currency: 'USD' },
        { amount: '5', currency: 'EUR' },
        { amount: '0.2', currency: 'USD' },
      ]),
    ).toEqual([
      { amount: '5.00', currency: 'EUR' },
      { amount: '0.30', currency: 'USD' },
    ]);
  });

  it('writes a unit price with two to four decimals', () => {
    expect(['2.4', '2.4500', '2.4575', '2'].map((price) => priceText(price))).toEqual([
      '2.40',
      '2.45',
      '2.4575',
      '2.00',
    ]);
    const price = fc.tuple(fc.nat(99999), fc.stringMatching(/^\d{0,6}$/)).map(([whole, rest]) => `${whole}.${rest}0`);
    fc.assert(fc.property(price, (text) => expect(priceText(text)).toBe(priceText(new Decimal(text)))));
  });
});

describe('a quantity', () => {
  it('is written without trailing zeros or exponents', () => {
    expect(['44640.000', '9550.500', '0.001', '12345678901.000'].map((q) => quantityText(q))).toEqual([
      '44640',
      '9550.5',
      '0.001',
      '12345678901',
    ]);
    const sign = fc.constantFrom('', '-');
    const number = fc.tuple(sign, fc.nat(99999), fc.stringMatching(/^(\.\d{1,6})?$/)).map((parts) => parts.join(''));
    fc.assert(fc.property(number, (text) => expect(quantityText(text)).toBe(new Decimal(text).toFixed())));
  });

  it('has as many decimals as its unit knows', () => {
    expect([
      fitsUnit('1.5', 'pieces'),
      fitsUnit('1.5', 'kg'),
      fitsUnit('1.234', 'yards'),
      fitsUnit('1.23', 'yards'),
    ]).toEqual([false, true, false, true]);
  });

  it('never adds pieces to kilograms', () => {
    expect(
      sumQuantities([
        { quantity: '1', unit: 'pieces' },
        { quantity: '2.5', unit: 'kg' },
        { quantity: '3', unit: 'pieces' },
      ]),
    ).toEqual([
      { quantity: '2.5', unit: 'kg' },
      { quantity: '4', unit: 'pieces' },
    ]);
  });
});
