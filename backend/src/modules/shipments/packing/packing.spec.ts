import { cubicMetres, numberedTwice, numbersWords, packagesWords, packingTotals, type PackedRow } from './packing';

const row = (more: Partial<PackedRow>): PackedRow => ({
  ...{ kind: 'carton', firstNumber: 1, lastNumber: 10, contents: [{ orderLineId: 'black', quantity: '50' }] },
  ...{ netKg: '11.5', grossKg: '12.4', lengthCm: '60', widthCm: '40', heightCm: '35.5', containerNumber: null },
  ...more,
});

describe('the totals of a packing list', () => {
  it('count each row as often as it has packages', () => {
    const mixed = [
      { orderLineId: 'black', quantity: '20' },
      { orderLineId: 'white', quantity: '30' },
    ];
    const totals = packingTotals([
      row({}),
      row({
        firstNumber: 11,
        lastNumber: 11,
        contents: mixed,
        grossKg: null,
        lengthCm: null,
        widthCm: null,
        heightCm: null,
      }),
      row({ kind: 'roll', firstNumber: 1, lastNumber: 2, contents: [{ orderLineId: 'white', quantity: '24.75' }] }),
    ]);
    expect(totals.packages).toEqual([
      { kind: 'carton', count: 11 },
      { kind: 'roll', count: 2 },
    ]);
    expect([totals.count, totals.unweighed, totals.unmeasured]).toEqual([13, 1, 1]);
    expect([totals.netKg.toFixed(), totals.grossKg.toFixed()]).toEqual(['149.5', '148.8']);
    expect(cubicMetres(totals.volumeCm3)).toBe('1.022');
    expect(Object.fromEntries([...totals.byLine].map(([line, quantity]) => [line, quantity.toFixed()]))).toEqual({
      black: '520',
      white: '79.5',
    });
  });

  it('are none of an empty list', () => {
    expect(packingTotals([])).toMatchObject({ packages: [], count: 0, unweighed: 0 });
  });
});

describe('the numbers of packages', () => {
  it('stand once each, by kind', () => {
    expect(numberedTwice([row({}), row({ firstNumber: 11, lastNumber: 20 }), row({ kind: 'roll' })])).toBeNull();
    expect(numberedTwice([row({ firstNumber: 11, lastNumber: 20 }), row({ lastNumber: 11 })])).toEqual({
      row: 1,
      number: 11,
    });
  });
});

it('names packages by their numbers, those that follow one another in one', () => {
  const rows = [
    row({ kind: 'roll', firstNumber: 101, lastNumber: 178 }),
    row({ kind: 'roll', firstNumber: 1, lastNumber: 100 }),
    row({ kind: 'roll', firstNumber: 180, lastNumber: 180 }),
    row({ kind: 'carton', firstNumber: 1, lastNumber: 1 }),
  ];
  expect(numbersWords(rows)).toBe('cartons 1; rolls 1–178, 180');
  expect(packagesWords(rows)).toBe('1 carton and 179 rolls');
});
