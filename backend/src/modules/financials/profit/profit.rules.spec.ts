import type { MeasuredLine } from '../../orders/deliveries/realization';
import { profitOfLines, profitPerCurrency } from './profit.rules';

function line(more: Partial<MeasuredLine>, came: string | null = null): MeasuredLine {
  return {
    quantity: '1000',
    unit: 'yards',
    millPrice: '2.10',
    provaPrice: '2.4575',
    commission: '0.05',
    currency: 'USD',
    etd: null,
    status: 'running',
    approvalStatus: {},
    deliveryTolerancePercent: null,
    style: {
      gsm: null,
      finishingWidth: null,
      cuttableWidth: null,
      consumptionPerPiece: null,
      consumptionUnit: 'kg',
      rollQuantity: null,
      rollUnit: 'kg',
    },
    supply: {
      offers: 0,
      files: 0,
      orderTolerancePercent: '5',
      delivered: came ? [{ unit: 'yards', quantity: came, count: 1, lastDay: '2026-11-12' }] : [],
    },
    ...more,
  };
}

describe('value and profit', () => {
  it('are of what was ordered, and of what came of it', () => {
    expect(profitOfLines([line({}, '400')], [])).toEqual([
      expect.objectContaining({
        margin: '0.3075',
        value: '2457.50',
        potentialProfit: '307.50',
        realizedQuantity: '400',
        realizedValue: '983.00',
        realizedProfit: '123.00',
      }),
    ]);
  });

  it('are of what came in the unit of the line, whatever unit it came in', () => {
    const delivered = (quantity: string, unit: string) => ({
      ...{ offers: 0, files: 0, orderTolerancePercent: '5' },
      delivered: [{ unit, quantity, count: 1, lastDay: '2026-11-12' }],
    });
    const jersey = { ...line({}).style, gsm: '180', finishingWidth: '60 inch' };
    const [metres, kilograms] = profitOfLines(
      [
        line({ supply: delivered('400', 'meters') }), // ÷ 0.9144
        line({ supply: delivered('100', 'kg'), style: jersey }), // 3.9866 yd a kg, unrounded
      ],
      [],
    );
    expect(metres).toMatchObject({ realizedQuantity: '437.45', realizedValue: '1075.03', realizedProfit: '134.52' });
    expect(kilograms).toMatchObject({ realizedQuantity: '398.66', realizedValue: '979.71', realizedProfit: '122.59' });
  });

  it('round once per line, to what the currency knows', () => {
    const [yen] = profitOfLines([line({ quantity: '333.33', currency: 'JPY' })], []);
    expect([yen?.value, yen?.potentialProfit]).toEqual(['819', '102']);
  });

  it('may be a loss, and are not known without a price', () => {
    const [loss, unpriced] = profitOfLines([line({ millPrice: '3.00' }), line({ millPrice: null })], []);
    expect(loss?.potentialProfit).toBe('-592.50');
    expect([unpriced?.value, unpriced?.margin, unpriced?.potentialProfit]).toEqual(['2457.50', null, null]);
  });

  it('add up per currency, with a part of what came for the order as a whole', () => {
    const lines = [line({}), line({ currency: 'EUR', quantity: '3000' }), line({ millPrice: null }, '1000')];
    const whole = [{ unit: 'yards', quantity: '1000', count: 1, lastDay: '2026-11-12' }];
    expect(profitPerCurrency(profitOfLines(lines, whole))).toEqual([
      {
        currency: 'EUR',
        value: '7372.50',
        potentialProfit: '922.50',
        realizedValue: '1474.50',
        realizedProfit: '184.50',
        unpricedLines: 0,
      },
      {
        currency: 'USD',
        value: '4915.00',
        potentialProfit: '307.50',
        realizedValue: '2949.00',
        realizedProfit: '61.50',
        unpricedLines: 1,
      },
    ]);
  });
});
