import { progressOf, type FabricFigures, type OutputTotal } from './output';

const order = (figures: Partial<FabricFigures> = {}): FabricFigures => ({
  quantity: null,
  unit: null,
  finishedFabricQuantity: null,
  finishedFabricUnit: null,
  processLossPercent: null,
  processLossBasis: null,
  ...figures,
});

const made = (knitted: string, unit: OutputTotal['unit'] = 'kg'): OutputTotal => ({
  knitted,
  dyed: knitted,
  finished: knitted,
  unit,
});

describe('progress of an order', () => {
  const local = order({ finishedFabricQuantity: '4737.000', finishedFabricUnit: 'kg', processLossPercent: '12.00' });

  it('measures knitting and dyeing against the greige, finishing against the finished fabric', () => {
    const { knitted, dyed, finished } = progressOf(local, [], [made('400.000')]);
    expect(knitted).toEqual({
      totals: [{ quantity: '400', unit: 'kg' }],
      targetQuantity: '5305.44',
      targetUnit: 'kg',
      base: 'greige',
      percent: '7.5',
      basis: 'Of 5,305.44 kg greige: 4,737 kg finished fabric and 12 % process loss on output.',
    });
    expect(dyed).toEqual(knitted);
    expect(finished).toEqual({
      totals: [{ quantity: '400', unit: 'kg' }],
      targetQuantity: '4737',
      targetUnit: 'kg',
      base: 'finished_fabric',
      percent: '8.4',
      basis: 'Of 4,737 kg finished fabric.',
    });
  });

  it('takes the finished fabric for all stages where no process loss is named', () => {
    const { knitted } = progressOf({ ...local, processLossPercent: null }, [], [made('400')]);
    expect([knitted.base, knitted.percent]).toEqual(['finished_fabric', '8.4']);
    expect(knitted.basis).toContain('without a process loss');
  });

  it('takes 0 % for a process loss that is known', () => {
    expect(progressOf({ ...local, processLossPercent: '0' }, [], []).knitted).toMatchObject({
      base: 'greige',
      targetQuantity: '4737',
      percent: '0.0',
    });
  });

  it('never compares pieces with kilograms, and says what would help', () => {
    const { knitted } = progressOf(order({ quantity: '64680', unit: 'pieces' }), [], [made('400')]);
    expect(knitted).toEqual({
      totals: [{ quantity: '400', unit: 'kg' }],
      targetQuantity: '64680',
      targetUnit: 'pieces',
      base: 'ordered',
      percent: null,
      basis: 'The order counts pcs and the output is in kg: enter its finished fabric in kg to see a percentage.',
    });
  });

  it('measures against what was ordered where the units convert', () => {
    expect(progressOf(order({ quantity: '1000', unit: 'kg' }), [], [made('455')]).knitted).toMatchObject({
      base: 'ordered',
      percent: '45.5',
      basis: 'Of 1,000 kg ordered; without a process loss there is no greige figure.',
    });
    const withLoss = order({ quantity: '1000', unit: 'kg', processLossPercent: '10' });
    expect(progressOf(withLoss, [], [made('550')])).toMatchObject({
      knitted: { base: 'greige', targetQuantity: '1100', percent: '50.0' },
      finished: { base: 'ordered', targetQuantity: '1000', percent: '55.0' },
    });
    const garments = order({ quantity: '1000', unit: 'pieces', processLossPercent: '10' });
    expect(progressOf(garments, [], [made('100', 'pieces')]).knitted).toMatchObject({
      base: 'ordered',
      percent: '10.0',
    });
  });

  it('adds kilograms and pounds for the share, and still shows them side by side', () => {
    const { finished } = progressOf(local, [], [made('400'), made('1000', 'lbs')]);
    expect(finished.totals).toEqual([
      { quantity: '400', unit: 'kg' },
      { quantity: '1000', unit: 'lbs' },
    ]);
    expect(finished.percent).toBe('18.0'); // 400 + 453.59237 of 4,737
  });

  it('gives no share where one day was entered in a unit that does not convert', () => {
    const { knitted } = progressOf(local, [], [made('400'), made('90', 'rolls')]);
    expect([knitted.percent, knitted.totals.length]).toEqual([null, 2]);
    expect(knitted.basis).toContain('counts kg and the output is in rolls');
  });

  it('adds the finished fabric of the lines up when each of them names it', () => {
    const line = (finishedFabricQuantity: string | null, processLossPercent: string | null = null) =>
      order({ finishedFabricQuantity, finishedFabricUnit: 'kg', processLossPercent, quantity: '10', unit: 'pieces' });
    const pieces = order({ quantity: '20', unit: 'pieces', processLossPercent: '10' });
    expect(progressOf(pieces, [line('1000'), line('500', '20')], [made('850')])).toMatchObject({
      knitted: { base: 'greige', targetQuantity: '1700', percent: '50.0' },
      finished: { base: 'finished_fabric', targetQuantity: '1500', percent: '56.7' },
    });
    expect(progressOf(pieces, [line('1000'), line(null)], [made('850')]).finished.base).toBe('ordered');
  });

  it('says so where there is nothing to measure against', () => {
    const { dyed } = progressOf(order(), [], []);
    expect(dyed).toEqual({
      totals: [],
      targetQuantity: null,
      targetUnit: null,
      base: null,
      percent: null,
      basis: 'The order has no quantity in one unit yet: enter its finished fabric in kg to see a percentage.',
    });
  });
});
