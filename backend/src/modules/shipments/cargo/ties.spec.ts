import Decimal from 'decimal.js';
import { packingDifferences, termRemarks } from './ties';

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
