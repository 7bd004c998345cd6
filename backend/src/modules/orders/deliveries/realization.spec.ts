import { measuredOf, realizedLines, realizedOf, type MeasuredLine } from './realization';

const FABRIC = {
  gsm: '180',
  finishingWidth: '60 in',
  cuttableWidth: null,
  consumptionPerPiece: null,
  consumptionUnit: 'kg',
  rollQuantity: null,
  rollUnit: 'kg',
};

function line(quantity: string | null, came: string | null, more: Partial<MeasuredLine> = {}): MeasuredLine {
  const delivered = came ? [{ unit: 'yards', quantity: came, count: 1, lastDay: '2026-11-12' }] : [];
  return {
    quantity,
    unit: 'yards',
    millPrice: '2.00',
    provaPrice: '2.50',
    commission: null,
    currency: 'USD',
    etd: null,
    status: 'running',
    approvalStatus: {},
    deliveryTolerancePercent: null,
    style: FABRIC,
    supply: { offers: 0, files: 0, orderTolerancePercent: '5.00', delivered },
    ...more,
  };
}
const whole = (quantity: string, unit = 'yards') => [{ unit, quantity, count: 1, lastDay: '2026-11-12' }];
const quantities = (lines: MeasuredLine[], came = whole('0')) =>
  realizedOf(lines, came).map(({ quantity }) => quantity);

describe('what is realized of lines', () => {
  it('is what came of them, no further than it was ordered', () => {
    expect(quantities([line('5000', '4000'), line('5000', '6000'), line('5000', null)])).toEqual(['4000', '5000', '0']);
    expect(realizedLines(realizedOf([line('5000', '4000'), line('5000', null)], []))).toHaveLength(1);
  });

  it('has its part of what came for the order as a whole, by what was ordered', () => {
    const lines = [line('3000', '100'), line('1000', '900'), line(null, null)];
    expect(realizedOf(lines, whole('800'))).toEqual([
      expect.objectContaining({ delivered: '100', share: '600', quantity: '700' }),
      expect.objectContaining({ delivered: '900', share: '200', quantity: '1000' }),
    ]);
  });

  it('is nothing of what came in a unit of no line', () => {
    expect(quantities([line('3000', null)], whole('500', 'pieces'))).toEqual(['0']);
    expect(quantities([line('300', null, { unit: 'kg' }), line('3000', null)], whole('30', 'kg'))).toEqual(['30', '0']);
  });

  it('is spread over lines in units that it converts into, together', () => {
    expect(quantities([line('1000', null)], whole('457.2', 'meters'))).toEqual(['500']);
    const [yards, meters] = quantities([line('1000', null), line('914.4', null, { unit: 'meters' })], whole('1000'));
    expect([Number(yards).toFixed(6), Number(meters).toFixed(6)]).toEqual(['500.000000', '457.200000']);
  });

  it('is of the order’s own quantity where it has no lines', () => {
    const own = { ...line('1000', null), quantity: '1000' };
    expect(realizedOf(measuredOf(own, []), whole('250'))).toEqual([
      expect.objectContaining({ share: '250', quantity: '250' }),
    ]);
    expect(measuredOf(own, [line('1', null)])).toHaveLength(1);
  });
});
