import { deliveryOf, shortageExcessOf, totalDeliveredOf, type DeliveredLine } from './delivery-figures';

const PLAIN = {
  gsm: null,
  finishingWidth: null,
  cuttableWidth: null,
  consumptionPerPiece: null,
  consumptionUnit: 'kg',
  rollQuantity: null,
  rollUnit: 'kg',
};
const JERSEY = { ...PLAIN, gsm: '180', finishingWidth: '60 in' };

/** A line of 5,000 yd, ± 5 %, of which `came` came. */
function line(
  came: [quantity: string, unit: string, day?: string][],
  more: Partial<DeliveredLine> = {},
): DeliveredLine {
  return {
    quantity: '5000',
    unit: 'yards',
    etd: '2026-11-10',
    deliveryTolerancePercent: null,
    style: JERSEY,
    supply: {
      offers: 0,
      files: 0,
      orderTolerancePercent: '5.00',
      delivered: came.map(([quantity, unit, lastDay = '2026-11-12']) => ({ unit, quantity, count: 1, lastDay })),
    },
    ...more,
  };
}

describe('what came of a line', () => {
  it.each([
    ['4749.99', 'short', '-250.01', 'Short by 250.01 yd: 4,749.99 yd of 5,000 yd came; at −5 % it takes 4,750 yd.'],
    ['4750', 'within_tolerance', '-250', 'Within ±5 %: 4,750 yd of 5,000 yd came, 250 yd short.'],
    ['5000', 'within_tolerance', '0', 'As ordered: 5,000 yd came.'],
    ['5250', 'within_tolerance', '250', 'Within ±5 %: 5,250 yd of 5,000 yd came, 250 yd over.'],
    ['5250.01', 'over', '250.01', 'Over by 250.01 yd: 5,250.01 yd of 5,000 yd came; at +5 % it may be 5,250 yd.'],
  ])('%s of 5,000 yd is %s', (came, verdict, difference, sentence) => {
    expect(deliveryOf(line([[came, 'yards']]))).toMatchObject({
      verdict,
      shortageExcessQuantity: difference,
      sentence,
      least: '4750',
      most: '5250',
    });
  });

  it('takes the tolerance of the line before that of the order', () => {
    const strict = line([['4750', 'yards']], { deliveryTolerancePercent: '2.5' });
    expect(deliveryOf(strict)).toMatchObject({
      verdict: 'short',
      tolerance: { minusPercent: '2.5', source: 'line' },
      least: '4875',
    });
    const none = line([['4999', 'yards']], { deliveryTolerancePercent: '0' });
    expect(deliveryOf(none)).toMatchObject({ verdict: 'short', least: '5000', most: '5000' });
  });

  it('takes what the LC says each way by itself', () => {
    const terms = { lcNumber: 'EX-1', amount: '1', currency: 'USD', amountPlusPercent: null };
    const creditTerms = { ...terms, plusPercent: '5.00', minusPercent: '0.00' };
    const under = (came: string) => {
      const plain = line([[came, 'yards']]);
      return deliveryOf({ ...plain, supply: plain.supply && { ...plain.supply, creditTerms } });
    };
    expect(under('4999')).toMatchObject({ verdict: 'short', least: '5000', most: '5250' });
    expect(under('5200').sentence).toBe('Within −0/+5 %: 5,200 yd of 5,000 yd came, 200 yd over.');
  });

  it('keeps the band to what can be counted: no half piece is too few', () => {
    const pieces = { quantity: '999', unit: 'pieces' };
    expect(deliveryOf(line([['949', 'pieces']], pieces))).toMatchObject({
      verdict: 'short',
      least: '950',
      most: '1048',
    });
  });

  it('counts kilograms in the yards of the line, with the formula (fault 21)', () => {
    const delivery = deliveryOf(
      line([
        ['1000', 'kg'],
        ['1000', 'yards'],
      ]),
    );
    expect(delivery.totalDeliveredQuantity).toBe('4986.63');
    expect(delivery.conversions.map(({ formula }) => formula)).toEqual([
      '1,000 kg × 1000 ÷ 180 g/m² ÷ 1.524 m ÷ 0.9144 ≈ 3,986.63 yd',
    ]);
    expect(delivery).toMatchObject({ verdict: 'within_tolerance', percent: '99.7', beside: [] });
  });

  it('lets stand beside what does not convert, and judges nothing (fault 21)', () => {
    const delivery = deliveryOf(
      line(
        [
          ['1000', 'kg'],
          ['2000', 'yards'],
        ],
        { style: PLAIN },
      ),
    );
    expect(delivery).toMatchObject({
      totalDeliveredQuantity: '2000',
      verdict: 'unknown',
      shortageExcessQuantity: null,
      percent: null,
      beside: [{ quantity: '1000', unit: 'kg' }],
    });
    expect(delivery.beside[0]?.missing.map(({ field }) => field)).toEqual(['gsm', 'finishingWidth']);
    expect(delivery.sentence).toContain('2,000 yd of 5,000 yd came, and 1,000 kg beside it. ');
  });

  it('knows what is over by itself, whatever came beside it', () => {
    const over = deliveryOf(
      line(
        [
          ['1000', 'kg'],
          ['5400', 'yards'],
        ],
        { style: PLAIN },
      ),
    );
    expect(over).toMatchObject({ verdict: 'over', shortageExcessQuantity: '400', percent: '108.0' });
    expect(over.sentence).toBe(
      'Over by 400 yd: 5,400 yd of 5,000 yd came; at +5 % it may be 5,250 yd. 1,000 kg came beside it.',
    );
  });

  it('says that nothing came, and what has nothing to be compared with', () => {
    expect(deliveryOf(line([]))).toMatchObject({
      verdict: 'nothing',
      sentence: 'Nothing came yet of 5,000 yd.',
      shortageExcessQuantity: '-5000',
      actualDeliveryDate: null,
      daysOverdueAtDelivery: null,
    });
    expect(deliveryOf(line([['5', 'yards']], { quantity: null }))).toMatchObject({ verdict: 'unknown', least: null });
    expect(deliveryOf(line([], { quantity: null, supply: null }))).toMatchObject({ verdict: 'nothing' });
  });

  it('is late by the days from its ETD to the last delivery', () => {
    const late = line([
      ['1', 'yards', '2026-11-09'],
      ['1', 'meters', '2026-11-15'],
    ]);
    expect(deliveryOf(late)).toMatchObject({
      actualDeliveryDate: '2026-11-15',
      daysOverdueAtDelivery: 5,
      deliveries: 2,
    });
    expect(deliveryOf(line([['1', 'yards', '2026-11-09']])).daysOverdueAtDelivery).toBe(0);
    expect(deliveryOf(line([['1', 'yards']], { etd: null })).daysOverdueAtDelivery).toBeNull();
  });
});

describe('what came of an order', () => {
  const lines = [
    line([['4000', 'yards']]),
    line([['900', 'kg']], { quantity: '1000', unit: 'kg' }),
    line([['10', 'rolls']], { quantity: '100', unit: 'pieces' }),
    line([], { quantity: '200', unit: 'yards' }),
  ];
  const whole = [
    { unit: 'yards', quantity: '100', count: 1, lastDay: '2026-11-12' },
    { unit: 'g', quantity: '5', count: 1, lastDay: '2026-11-12' },
  ];

  it('is told unit by unit, never added across them (fault 21)', () => {
    expect(totalDeliveredOf(lines, whole)).toEqual([
      { quantity: '5', unit: 'g' },
      { quantity: '900', unit: 'kg' },
      { quantity: '10', unit: 'rolls' },
      { quantity: '4100', unit: 'yards' },
    ]);
    expect(shortageExcessOf(lines, whole, { quantity: null, unit: null })).toEqual([
      { quantity: '-100', unit: 'kg' },
      { quantity: '-1100', unit: 'yards' },
    ]);
  });

  it('is measured by its own quantity where it has no lines', () => {
    expect(shortageExcessOf([], whole, { quantity: '150', unit: 'yards' })).toEqual([
      { quantity: '-50', unit: 'yards' },
    ]);
    expect(shortageExcessOf([], whole, { quantity: null, unit: null })).toEqual([]);
  });
});
