import Decimal from 'decimal.js';
import { invoiceDifferences, packingDifferences, stowageDifferences, termRemarks } from './ties';

const line = { orderLineId: 'black', label: 'MT-1 · Black', quantity: '1200.000', unit: 'kg' };
const packed = (quantity: string) => ({ count: 1, byLine: new Map([['black', new Decimal(quantity)]]) });

describe('a packing list against its shipment', () => {
  it('says of which line it has more or less', () => {
    expect(packingDifferences([line], packed('1200'))).toEqual([]);
    expect(packingDifferences([line], packed('1180.5'))).toEqual([
      { orderLineId: 'black', sentence: 'MT-1 · Black: 1,200 kg go, 1,180.5 kg are packed: 19.5 kg less.' },
    ]);
    expect(packingDifferences([line], packed('1201'))[0]?.sentence).toMatch(/1 kg more\.$/);
  });

  it('says nothing while nothing is packed, and all of a line that was forgotten', () => {
    expect(packingDifferences([line], { count: 0, byLine: new Map() })).toEqual([]);
    expect(packingDifferences([line], { count: 3, byLine: new Map() })).toHaveLength(1);
  });
});

describe('an invoice against its shipment', () => {
  const goes = { ...line, price: '6.1500' };
  const invoiced = { orderLineId: 'black', quantity: '1200.000', unit: 'kg', unitPrice: '6.1500' };
  const told = (...lines: (typeof invoiced)[]) =>
    invoiceDifferences([goes], 'CI-00042', lines).map((each) => each.sentence);

  it('ties where quantity and price are the same', () => {
    expect(told(invoiced)).toEqual([]);
    expect(told({ ...invoiced, quantity: '1200', unitPrice: '6.15' })).toEqual([]);
  });

  it('says what was changed since', () => {
    expect(told({ ...invoiced, quantity: '1000' })).toEqual(['MT-1 · Black: 1,200 kg go, CI-00042 asks for 1,000 kg.']);
    expect(told({ ...invoiced, unitPrice: '6.2' })).toEqual([
      'MT-1 · Black: the price is 6.15 now, CI-00042 has 6.20.',
    ]);
    expect(told()).toEqual(['MT-1 · Black: 1,200 kg go that CI-00042 does not have.']);
    expect(told(invoiced, { ...invoiced, orderLineId: 'white' })).toEqual(['CI-00042 has a line that does not go.']);
  });
});

describe('Incoterms 2020', () => {
  const terms = { mode: 'sea', incoterm: 'FOB', incotermPlace: 'Chattogram' } as const;

  it('remark on terms of ships for what goes otherwise, or in containers', () => {
    expect(termRemarks({ ...terms, mode: 'air' }, false)[0]).toContain('by air it is FCA');
    expect(termRemarks(terms, true)[0]).toContain('FCA rather than FOB');
    expect(termRemarks({ ...terms, incoterm: 'CIF' }, true)[0]).toContain('CIP rather than CIF');
    expect(termRemarks(terms, false)).toEqual([]);
  });

  it('want a place', () => {
    expect(termRemarks({ ...terms, incoterm: 'FCA', incotermPlace: null }, true)).toEqual([
      'FCA names a place: say which.',
    ]);
    expect(termRemarks({ ...terms, incoterm: null, incotermPlace: null }, true)).toEqual([]);
  });
});

describe('packages in containers', () => {
  const rows = (first: string | null, second: string | null) => [
    { kind: 'roll' as const, firstNumber: 1, lastNumber: 48, containerNumber: first },
    { kind: 'carton' as const, firstNumber: 1, lastNumber: 1, containerNumber: second },
  ];
  const boxes = [{ containerNumber: 'CSQU3054383' }, { containerNumber: 'CBHU3202732' }];
  const told = (first: string | null, second: string | null) =>
    stowageDifferences(rows(first, second), boxes).map(({ sentence }) => sentence);

  it('are nobody’s matter until one is told of', () => expect(told(null, null)).toEqual([]));

  it('are all in one, and each box has some', () => {
    expect(told('CSQU3054383', 'CBHU3202732')).toEqual([]);
    expect(told('CSQU3054383', null)).toEqual([
      '1 carton is in no container.',
      'Nothing of the packing list is in CBHU3202732.',
    ]);
  });
});
