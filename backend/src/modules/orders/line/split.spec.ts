import type { LineDelivery } from '../deliveries/delivery-figures';
import { OrderLine } from './line.entity';
import { partOf, whyNoPart } from './split';

const line = (given: Partial<OrderLine> = {}) =>
  Object.assign(new OrderLine(), {
    status: 'running',
    quantity: '1000',
    unit: 'yards',
    etd: '2027-01-05',
    eta: '2027-01-25',
    finishedFabricQuantity: null,
    finishedFabricUnit: null,
    yarnRequired: null,
    supply: null,
    ...given,
  });
const came = (totalDeliveredQuantity = '0') => ({ totalDeliveredQuantity }) as LineDelivery;

describe('splitting a line', () => {
  it('divides what was worked out so that the sum stays, whatever is rounded', () => {
    const whole = line({ quantity: '3', unit: 'pieces', yarnRequired: '1', finishedFabricQuantity: '0.8' });
    const part = partOf(whole, { quantity: '1' }, 2);
    expect([part.quantity, part.yarnRequired, whole.quantity, whole.yarnRequired]).toEqual([
      '1',
      '0.333',
      '2',
      '0.667',
    ]);
  });

  it('leaves out a share that rounds to nothing', () => {
    const whole = line({ finishedFabricQuantity: '1', finishedFabricUnit: 'rolls' });
    expect([partOf(whole, { quantity: '100' }, 2).finishedFabricQuantity, whole.finishedFabricQuantity]).toEqual([
      null,
      '1',
    ]);
  });

  it('moves the ETA with the ETD, and leaves it where there is none to keep its distance to', () => {
    expect(partOf(line(), { quantity: '1', etd: '2027-02-05' }, 2)).toMatchObject({
      etd: '2027-02-05',
      eta: '2027-02-25',
    });
    expect(partOf(line({ etd: null, eta: null }), { quantity: '1', etd: '2027-02-05' }, 2).eta).toBeNull();
  });

  it('leaves offers, files and deliveries with the line', () => {
    const supply = { offers: 2, files: 3, orderTolerancePercent: '5', delivered: [] };
    const whole = line({ supply });
    expect(partOf(whole, { quantity: '1' }, 2).supply).toMatchObject({
      offers: 0,
      files: 0,
      orderTolerancePercent: '5',
    });
    expect(whole.supply).toBe(supply);
  });

  it.each([
    [line(), '1000', '0', 'The line is 1,000 yd in all'],
    [line({ quantity: null }), '1', '0', 'no quantity yet'],
    [line({ status: 'archived' }), '1', '0', 'This line is archived'],
    [line(), '1', '1010', 'All of this line came already: 1,010 yd.'],
    [line(), '400.5', '600', 'at most 400 yd'],
  ])('is refused, and says why (%#)', (whole, asked, total, why) =>
    expect(whyNoPart(whole, asked, came(total))).toContain(why),
  );

  it('of what did not come yet is allowed', () => expect(whyNoPart(line(), '400', came('600'))).toBeNull());
});
