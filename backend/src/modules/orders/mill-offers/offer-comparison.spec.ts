import { compareOffers, type OfferedLine, type OfferedPrice } from './offer-comparison';

const LINE: OfferedLine = {
  quantity: '5000',
  unit: 'yards',
  provaPrice: '1.50',
  commission: '0.02',
  currency: 'USD',
  etd: '2027-01-20',
  style: {
    gsm: '165',
    finishingWidth: '58 in',
    cuttableWidth: null,
    consumptionPerPiece: null,
    consumptionUnit: 'kg',
    rollQuantity: null,
    rollUnit: 'kg',
  },
};
const TODAY = '2026-11-21';

const offer = (millName: string, price: string, more: Partial<OfferedPrice> = {}) => ({
  millName,
  price,
  currency: 'USD',
  unit: 'yards',
  freight: null,
  dutyPercent: null,
  charges: null,
  leadTimeDays: null,
  validUntil: null,
  minimumQuantity: null,
  ...more,
});

const [first, ...others] = compareOffers(
  LINE,
  [
    offer('Square', '1.25', { leadTimeDays: 45, validUntil: '2026-12-31' }),
    offer('Padma', '5.35', { unit: 'kg', leadTimeDays: 75, minimumQuantity: '1500' }),
    offer('Surma', '140', { currency: 'BDT' }),
    offer('Meghna', '2', { unit: 'pieces', validUntil: '2026-11-20' }),
  ],
  [],
  TODAY,
);

describe('offers of mills, side by side', () => {
  it('stand in the currency of the line, cheapest first; what cannot be priced is last', () => {
    expect(first?.currency).toBe('USD');
    expect(
      first?.offers.map(({ offer: { millName }, pricePerLineUnit, isLowest }) => [
        millName,
        pricePerLineUnit,
        isLowest,
      ]),
    ).toEqual([
      ['Padma', '1.1891', true],
      ['Square', '1.25', false],
      ['Meghna', null, false],
    ]);
  });

  it('keep other currencies beside, without a margin: they are never compared', () => {
    expect(others).toMatchObject([
      { currency: 'BDT', offers: [{ pricePerLineUnit: '140.00', marginPerUnit: null, isLowest: false }] },
    ]);
  });

  it('carry the formula where the mill prices another unit', () => {
    const [padma, square, meghna] = first?.offers ?? [];
    expect(padma?.formula).toBe('USD 5.35/kg × 0.9144 × 1.4732 m × 165 g/m² ÷ 1000 ≈ USD 1.1891/yd');
    expect(square?.formula).toBeNull();
    expect(meghna?.refusal?.missing.map(({ field }) => field)).toEqual(['consumptionPerPiece']);
  });

  it('give the margin per unit and on the whole line, after the commission', () => {
    expect(first?.offers.map(({ marginPerUnit, marginTotal }) => [marginPerUnit, marginTotal])).toEqual([
      ['0.2909', '1454.5'],
      ['0.23', '1150'],
      [null, null],
    ]);
  });

  it('say when the cloth is ready, what has expired and what is too little for the mill', () => {
    expect(
      first?.offers.map(({ readyOn, daysToSpare, isExpired, isBelowMinimum }) => [
        readyOn,
        daysToSpare,
        isExpired,
        isBelowMinimum,
      ]),
    ).toEqual([
      ['2027-02-04', -15, false, true],
      ['2027-01-05', 15, false, false],
      [null, null, true, false],
    ]);
  });

  it('call one offer alone neither low nor high', () => {
    expect(compareOffers(LINE, [offer('Square', '1.25')], [], TODAY)[0]?.offers[0]?.isLowest).toBe(false);
    expect(compareOffers(LINE, [], [], TODAY)).toEqual([]);
  });
});

describe('offers at equal landed cost', () => {
  const landed = (...offers: ReturnType<typeof offer>[]) => compareOffers(LINE, offers, [], TODAY)[0]?.offers ?? [];

  it('add freight to the price, duty on both, then the charges; the lowest is the one that costs least here', () => {
    const compared = landed(
      offer('Far', '1.13', { freight: '0.08', dutyPercent: '5', charges: '0.01' }),
      offer('Near', '1.25', { freight: '0', dutyPercent: '0', charges: '0' }),
    );
    expect(compared.map((each) => [each.offer.millName, each.landedPerLineUnit, each.isLowest])).toEqual([
      ['Near', '1.25', true],
      ['Far', '1.2805', false],
    ]);
    expect(compared[1]?.landedFormula).toBe(
      'USD (1.13 + 0.08 freight) × 1.05 with duty + 0.01 charges = USD 1.2805/yd',
    );
    expect(compared[1]?.pricePerLineUnit).toBe('1.13');
  });

  it('take the margin from what it costs here', () =>
    expect(landed(offer('Far', '1.13', { freight: '0.08' }))[0]).toMatchObject({
      landedPerLineUnit: '1.21',
      marginPerUnit: '0.27',
      marginTotal: '1350',
    }));

  it('convert what is said per kilogram with the price, and round once', () => {
    const [compared] = landed(offer('Padma', '5.35', { unit: 'kg', freight: '0.18' }));
    expect([compared?.pricePerLineUnit, compared?.landedPerLineUnit]).toEqual(['1.1891', '1.2292']);
    expect(compared?.landedFormula).toBe(
      'USD (5.35 + 0.18 freight) = USD 5.53/kg; USD 5.53/kg × 0.9144 × 1.4732 m × 165 g/m² ÷ 1000 ≈ USD 1.2292/yd',
    );
  });

  it('name what one says and another does not, so that nobody takes silence for nothing', () => {
    const compared = landed(offer('Far', '1.13', { freight: '0.08', dutyPercent: '5' }), offer('Near', '1.25'));
    expect(compared.map(({ offer: { millName }, notSaid }) => [millName, notSaid])).toEqual([
      ['Near', ['freight', 'dutyPercent']],
      ['Far', []],
    ]);
    expect(landed(offer('A', '1'), offer('B', '2')).flatMap(({ notSaid }) => notSaid)).toEqual([]);
  });
});
