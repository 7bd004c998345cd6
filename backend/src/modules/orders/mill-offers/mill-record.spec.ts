import { recordOf, riskOf, type MadeLine, type MillRecord } from './mill-record';

const made = (millName: string, lastDay: string | null, quantity = '1000', more: Partial<MadeLine> = {}): MadeLine => ({
  millName,
  quantity: '1000',
  unit: 'kg',
  etd: '2026-10-10',
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
    delivered: lastDay === null ? [] : [{ unit: 'kg', quantity, count: 1, lastDay }],
  },
  ...more,
});

describe('how a mill has kept its word', () => {
  it('is counted over its lines of which anything came, by the tolerance of each', () => {
    const lines = [
      made('Square', '2026-10-10'),
      made('SQUARE', '2026-10-15', '900'),
      made('Square', '2026-10-12', '1100'),
      made('Square', null),
      made('Square', '2026-12-01', '1000', { etd: null }),
      made('Padma', '2026-11-30'),
    ];
    expect(recordOf('square', lines)).toEqual({ lines: 3, late: 2, averageDaysLate: '2.3', short: 1, over: 1 });
    expect(recordOf('Surma', lines)).toBeNull();
  });
});

describe('whether the cloth will be there in time', () => {
  const record = (averageDaysLate: string): MillRecord => ({ lines: 12, late: 5, averageDaysLate, short: 1, over: 0 });

  it.each([
    [-3, record('0.0'), 'too_late'],
    [2, record('2.4'), 'tight'],
    [3, record('2.4'), 'fine'],
    [0, null, 'fine'],
    [null, record('2.4'), 'unknown'],
  ] as const)('with %s days to spare it is judged by how late the mill usually is (%#)', (spare, of, risk) =>
    expect(riskOf(spare, of).risk).toBe(risk),
  );

  it('says why', () => {
    expect(riskOf(2, record('2.4')).riskWhy).toBe(
      'Promised 2 days before the ETD. Of its last 12 lines 5 came late, by 2.4 days on average over all; 1 short.',
    );
    expect(riskOf(-1, null).riskWhy).toBe(
      'Promised 1 day after the ETD. Nothing is known of it yet: no line of it has been delivered.',
    );
    const one = { lines: 1, late: 0, averageDaysLate: '0.0', short: 0, over: 0 };
    expect(riskOf(5, one).riskWhy).toBe('Promised 5 days before the ETD. Its last line came in time.');
    expect(riskOf(5, { ...one, lines: 4 }).riskWhy).toContain('Of its last 4 lines none came late.');
  });
});
