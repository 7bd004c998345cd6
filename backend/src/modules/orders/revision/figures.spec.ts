import { changesBetween } from '../../../platform/events/domain-event';
import { ORDER_STATUSES } from '../vocabulary';
import { StepBackAgreed } from '../orders.errors';
import { agreedChanges, isConfirmed, LINE_FIGURES, refuseLateSlip, stepsBack } from './figures';

type Figures = Partial<Record<(typeof LINE_FIGURES)[number], string | null>>;

const agreed = (before: Figures, after: Figures) => {
  const changes = changesBetween<Figures>(before, { ...before, ...after }, LINE_FIGURES);
  return Object.keys(agreedChanges(changes, before, LINE_FIGURES).after);
};

const line: Figures = { quantity: '44640', unit: 'pieces', provaPrice: '2.45', currency: 'USD', etd: '2027-01-05' };

describe('what was agreed', () => {
  it('binds from running on', () => {
    expect(ORDER_STATUSES.filter(isConfirmed)).toEqual(['running', 'bulk', 'completed', 'archived']);
  });

  it.each([
    ['a quantity', line, { quantity: '40000' }, ['quantity']],
    ['a price and a day', line, { provaPrice: '2.40', etd: '2027-02-01' }, ['provaPrice', 'etd']],
    ['a figure that is cleared', line, { etd: null }, ['etd']],
    ['the unit of a quantity', line, { unit: 'kg' }, ['unit']],
    ['the currency of a price', line, { currency: 'EUR' }, ['currency']],
  ] as const)('is changed with %s', (_, before, after, changed) => {
    expect(agreed(before, after)).toEqual(changed);
  });

  it.each([
    ['a price that was empty', { ...line, provaPrice: null }, { provaPrice: '2.40' }],
    ['the unit of no quantity', { ...line, quantity: null }, { unit: 'kg', quantity: '500' }],
    ['the currency of no price', { ...line, provaPrice: null }, { currency: 'EUR' }],
    ['the same again', line, { quantity: '44640' }],
  ] as const)('is not changed with %s', (_, before, after) => {
    expect(agreed(before, after)).toEqual([]);
  });
});

describe('a step back from confirmed', () => {
  it('is one that would free what was agreed', () => {
    const back = ORDER_STATUSES.flatMap((from) =>
      ORDER_STATUSES.filter((to) => stepsBack(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(back).toEqual(
      ['running', 'bulk', 'completed', 'archived'].flatMap((from) => [
        `${from} → upcoming`,
        `${from} → in_development`,
      ]),
    );
  });

  it('is a slip on the day it was set, and no slip on a later one', () => {
    const now = new Date();
    const earlier = new Date(now.getTime() - 24 * 3600 * 1000);
    expect(() => refuseLateSlip('running', 'upcoming', now, 'Asia/Dhaka')).not.toThrow();
    expect(() => refuseLateSlip('running', 'upcoming', earlier, 'Asia/Dhaka')).toThrow(StepBackAgreed);
    expect(() => refuseLateSlip('completed', 'running', earlier, 'Asia/Dhaka')).not.toThrow();
  });
});
