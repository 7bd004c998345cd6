import fc from 'fast-check';
import { quantityOfNumber, readQuantity } from './quantities';

describe('readQuantity', () => {
  it.each([
    ['44640', '44640', null],
    ['44,640', '44640', null],
    ['44 640 pcs', '44640', 'pieces'],
    ['1,20,000 Pcs.', '120000', 'pieces'],
    ['20,040\nPCS', '20040', 'pieces'],
    ['1,234.50 KG', '1234.5', 'kg'],
    ['9550.555', '9550.555', null],
    ['12.5 yds', '12.5', 'yards'],
    ['300 mtr', '300', 'meters'],
  ])('reads %j as %s %s', (text, value, unit) => {
    expect(readQuantity(text)).toEqual({ kind: 'quantity', value, unit });
  });

  it.each([
    ['0', null],
    ['-5', null],
    ['100000000', null],
    ['100 doz', '1200'],
  ])('refuses %j and proposes %s', (text, suggestion) => {
    expect(readQuantity(text)).toMatchObject({ kind: 'impossible', suggestion });
  });

  it.each(['', 'TBC', '44.640', '1.234,5', '12 boxes', '10/Nov/25', '172.08.21.1003', '1e5'])(
    'takes %j for words',
    (text) => {
      expect(readQuantity(text)).toEqual({ kind: 'words' });
    },
  );

  it('reads back every whole number, however its thousands are parted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (amount) => {
        const value = String(amount);
        expect(readQuantity(value)).toMatchObject({ value });
        expect(readQuantity(amount.toLocaleString('en-US'))).toMatchObject({ value });
        expect(readQuantity(amount.toLocaleString('en-IN'))).toMatchObject({ value });
        expect(quantityOfNumber(amount)).toMatchObject({ value });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.double(), (text, number) => {
        for (const reading of [readQuantity(text), quantityOfNumber(number)]) {
          if (reading.kind === 'quantity') expect(reading.value).toMatch(/^\d{1,8}(\.\d{1,3})?$/);
        }
      }),
    );
  });
});
