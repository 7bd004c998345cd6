import { signed, type Writing } from './authorship';
import type { Difference } from './differences';

const rafi = { id: 'rafi', fullName: 'Rafi' };
const rina = { id: 'rina', fullName: 'Rina' };
const writing = (by: typeof rafi, day: number, data: object, raised = false): Writing => ({
  ...{ by, raised, at: new Date(Date.UTC(2026, 10, day)) },
  data: { ...data },
});
const lines = (...given: object[]) => ({ lines: given });
const white = { orderLineId: 'white', price: '2.45', quantity: '100' };
const black = { orderLineId: 'black', price: '2.45', quantity: '100' };

const difference = (key: string | null, field: string): Difference => ({
  ...{ key, field, line: key, before: 'a', after: 'b' },
});

describe('who wrote what differs', () => {
  const writings = [
    writing(rafi, 5, {
      before: lines(white, black),
      after: { ...lines({ ...white, price: '2.40' }, black), amount: '485' },
    }),
    writing(rina, 4, { before: lines(white), after: lines(white, black) }),
    writing(rina, 3, { before: { packing: null, amount: '1' }, after: { packing: 'Rolls.', amount: '2' } }),
  ];
  const raised = writing(rina, 1, { after: { lines: 2, amount: '1', etd: '2027-01-05' } }, true);

  it.each([
    [null, 'amount', 'rafi'],
    [null, 'packing', 'rina'],
    ['white', 'price', 'rafi'],
    ['white', 'amount', 'rafi'],
    ['black', 'line', 'rina'],
    ['white', 'gsm', undefined],
    [null, 'etd', undefined],
  ] as const)('%s %s: %s', (key, field, who) => {
    expect(signed([difference(key, field)], writings)[0]?.by?.id).toBe(who);
  });

  it('is, of a new version, who raised it where nobody changed it since', () => {
    expect(signed([difference(null, 'etd')], [...writings, raised])[0]).toMatchObject({ by: rina, at: raised.at });
    expect(signed([difference('white', 'price')], [...writings, raised])[0]?.by).toEqual(rafi);
  });
});
