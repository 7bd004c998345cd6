import { nextNumber, packageValues, pastedPackages, writtenPackage } from './packing-rows';

const like = { kind: 'roll', orderLineId: 'black', from: 5 } as const;

describe('rows of a packing list', () => {
  it('come out of a sheet, numbered on, without its heading', () => {
    const sheet = 'Length\tNet\tGross\n25.5\t24.1\t25\n1,025\t24.6\t25.2\t180\t30\t30\n\n';
    const rows = pastedPackages(sheet, like);
    expect(rows.map(writtenPackage)).toEqual([
      {
        ...{ kind: 'roll', firstNumber: 5, lastNumber: 5, netKg: '24.1', grossKg: '25' },
        contents: [{ orderLineId: 'black', quantity: '25.5' }],
      },
      {
        ...{ kind: 'roll', firstNumber: 6, lastNumber: 6, netKg: '24.6', grossKg: '25.2' },
        ...{ lengthCm: '180', widthCm: '30', heightCm: '30' },
        contents: [{ orderLineId: 'black', quantity: '1025' }],
      },
    ]);
    expect(pastedPackages('nothing to read', like)).toEqual([]);
  });

  it('go on with the number after the last of their kind', () => {
    const rows = [
      packageValues({ kind: 'carton', firstNumber: 1, lastNumber: 40 }),
      packageValues({ kind: 'roll', firstNumber: 1, lastNumber: 3 }),
    ];
    expect([nextNumber(rows, 'carton'), nextNumber(rows, 'roll'), nextNumber(rows, 'bale')]).toEqual([41, 4, 1]);
  });
});
