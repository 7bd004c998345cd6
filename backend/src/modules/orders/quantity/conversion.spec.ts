import { UNITS } from '../../../platform/values/quantity';
import { convert } from './conversion';
import { CONVERSION_UNITS, type ConversionUnit, type FabricFacts } from './fabric';

const NOTHING: FabricFacts = {
  gsm: null,
  finishingWidth: null,
  cuttableWidth: null,
  consumptionPerPiece: null,
  consumptionUnit: 'kg',
  rollQuantity: null,
  rollUnit: 'kg',
};
const JERSEY: FabricFacts = { ...NOTHING, gsm: '180', finishingWidth: '60 in' };
const COMPLETE: FabricFacts = {
  ...JERSEY,
  cuttableWidth: '58 in',
  consumptionPerPiece: '0.21',
  rollQuantity: '25',
};

function done(quantity: string, from: ConversionUnit, to: ConversionUnit, facts: FabricFacts) {
  const { conversion, refusal } = convert(quantity, from, to, facts);
  if (!conversion) throw new Error(refusal.sentence);
  return conversion;
}
const missingOf = (from: ConversionUnit, to: ConversionUnit, facts: FabricFacts) =>
  convert('100', from, to, facts).refusal?.missing.map(({ field }) => field);

describe('the formula of a fabric', () => {
  it('weighs 100 m of 60 in, 180 GSM at 27.432 kg', () => {
    const conversion = done('100', 'meters', 'kg', JERSEY);
    expect(conversion.to).toEqual({ quantity: '27.432', unit: 'kg' });
    expect(conversion.formula).toBe('100 m × 1.524 m × 180 g/m² ÷ 1000 = 27.432 kg');
    expect(conversion.factors).toEqual([
      { operator: 'times', value: '1.524', unit: 'm', kind: 'full_width', source: 'finishing width 60 in' },
      { operator: 'times', value: '180', unit: 'g/m²', kind: 'gsm', source: 'GSM of the style' },
      { operator: 'divided_by', value: '1000', unit: null, kind: 'unit', source: null },
    ]);
  });

  it('unrolls 1 kg of it to 3.6454 m and 3.9866 yd', () => {
    const [metres, yards] = (['meters', 'yards'] as const).map((unit) => done('1', 'kg', unit, JERSEY));
    expect([metres?.exact.toFixed(4), yards?.exact.toFixed(4)]).toEqual(['3.6454', '3.9866']);
    expect([metres?.to.quantity, yards?.to.quantity]).toEqual(['3.65', '3.99']);
    expect(yards?.formula).toBe('1 kg × 1000 ÷ 180 g/m² ÷ 1.524 m ÷ 0.9144 ≈ 3.99 yd');
  });

  it('weighs 1 yd of 58 in, 165 GSM at 0.222 kg', () => {
    const conversion = done('1', 'yards', 'kg', { ...NOTHING, gsm: '165', finishingWidth: '58"' });
    expect(conversion.to.quantity).toBe('0.222');
    expect(conversion.formula).toBe('1 yd × 0.9144 × 1.4732 m × 165 g/m² ÷ 1000 ≈ 0.222 kg');
  });

  it('opens a tube: its width counts twice', () => {
    const open = done('100', 'meters', 'kg', { ...JERSEY, finishingWidth: '30 in tube' });
    expect(open.to.quantity).toBe('27.432');
    expect(open.factors[0]?.source).toBe('finishing width 30 in tube, opened');
  });

  it('weighs by the full width and cuts by the cuttable one', () => {
    const marker = { ...COMPLETE, consumptionPerPiece: '1.4732', consumptionUnit: 'square_meters' };
    expect(done('100', 'pieces', 'meters', marker).formula).toBe('100 pcs × 1.4732 m²/pc ÷ 1.4732 m = 100 m');
    expect(done('100', 'pieces', 'kg', marker).to.quantity).toBe('27.432');
    expect(done('27.432', 'kg', 'pieces', marker).to.quantity).toBe('100');
    expect(done('100', 'meters', 'kg', { ...JERSEY, finishingWidth: '57/60 in' }).to.quantity).toBe('27.432');
  });

  it.each([
    ['1', 'lbs', 'kg', '1 lbs × 0.45359237 ≈ 0.454 kg'],
    ['0.45359237', 'kg', 'lbs', '0.45359237 kg ÷ 0.45359237 = 1 lbs'],
    ['250', 'g', 'kg', '250 g ÷ 1000 = 0.25 kg'],
    ['1', 'lbs', 'g', '1 lbs × 0.45359237 × 1000 ≈ 453.592 g'],
    ['100', 'yards', 'meters', '100 yd × 0.9144 = 91.44 m'],
    ['91.44', 'meters', 'yards', '91.44 m ÷ 0.9144 = 100 yd'],
    ['44640', 'pieces', 'kg', '44,640 pcs × 0.21 kg/pc = 9,374.4 kg'],
    ['9374.4', 'kg', 'pieces', '9,374.4 kg ÷ 0.21 kg/pc = 44,640 pcs'],
    ['4', 'rolls', 'kg', '4 rolls × 25 kg/roll = 100 kg'],
    ['1000', 'pieces', 'rolls', '1,000 pcs × 0.21 kg/pc ÷ 25 kg/roll ≈ 8 rolls'],
    ['18', 'kg', 'square_meters', '18 kg × 1000 ÷ 180 g/m² = 100 m²'],
    ['100', 'meters', 'square_meters', '100 m × 1.524 m = 152.4 m²'],
    ['5', 'kg', 'kg', '5 kg = 5 kg'],
  ] as const)('%s %s in %s: %s', (quantity, from, to, formula) => {
    expect(done(quantity, from, to, COMPLETE).formula).toBe(formula);
  });

  it('comes back to where it began, whatever the units', () => {
    for (const from of CONVERSION_UNITS)
      for (const to of CONVERSION_UNITS) {
        const there = done('1234', from, to, COMPLETE).exact;
        const back = done(there.toFixed(), to, from, COMPLETE).exact;
        expect([from, to, back.toFixed(6)]).toEqual([from, to, '1234.000000']);
      }
  });
});

describe('what does not convert', () => {
  it('needs nothing between units of one measure', () => {
    for (const from of UNITS) expect(convert('1', from, from, NOTHING).refusal).toBeNull();
    expect(convert('1', 'kg', 'lbs', NOTHING).refusal).toBeNull();
  });

  it('names every field that is missing', () => {
    expect(missingOf('meters', 'kg', NOTHING)).toEqual(['finishingWidth', 'gsm']);
    expect(missingOf('kg', 'yards', { ...JERSEY, gsm: null })).toEqual(['gsm']);
    expect(missingOf('kg', 'square_meters', NOTHING)).toEqual(['gsm']);
    expect(missingOf('rolls', 'kg', JERSEY)).toEqual(['rollQuantity']);
    expect(missingOf('pieces', 'rolls', JERSEY)).toEqual(['consumptionPerPiece']);
    expect(missingOf('meters', 'pieces', { ...NOTHING, consumptionPerPiece: '0.2', consumptionUnit: 'kg' })).toEqual([
      'finishingWidth',
      'gsm',
    ]);
  });

  it('never takes the cuttable width for a weight, nor a number without its unit for a width', () => {
    expect(missingOf('meters', 'kg', { ...JERSEY, finishingWidth: null, cuttableWidth: '58 in' })).toEqual([
      'finishingWidth',
    ]);
    expect(convert('100', 'meters', 'kg', { ...JERSEY, finishingWidth: '60' }).refusal?.sentence).toBe(
      'A quantity in m cannot be shown in kg yet. “60” cannot be read as a finishing width: write it with its unit, 60 in or 150 cm.',
    );
  });

  it('never makes kilograms of pieces without a consumption (fault 21)', () => {
    const { conversion, refusal } = convert('44640', 'pieces', 'kg', JERSEY);
    expect(conversion).toBeNull();
    expect(refusal?.sentence).toBe(
      'A quantity in pcs cannot be shown in kg yet. Fill in how much of this fabric one piece takes.',
    );
  });
});
