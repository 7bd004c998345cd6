import Decimal from 'decimal.js';
import { chargeable, containerFill } from './freight';

const load = (grossKg: number, cubicMetres: number, more: { unweighed?: number; unmeasured?: number } = {}) => ({
  grossKg: new Decimal(grossKg),
  volumeCm3: new Decimal(cubicMetres).times(1_000_000),
  ...{ count: 40, unweighed: 0, unmeasured: 0, ...more },
});

describe('chargeable weight', () => {
  it('is by air the greater of gross and cm³/6000: 1 m³ counts as 166.667 kg', () => {
    expect(chargeable('air', null, load(150, 1))).toEqual({
      quantity: '166.667',
      unit: 'kg',
      basis: 'Volume: 1000000 cm³ ÷ 6000, more than 150 kg gross.',
    });
    expect(chargeable('air', null, load(170, 1))).toMatchObject({ quantity: '170', unit: 'kg' });
  });

  it('is by courier the greater of gross and cm³/5000', () => {
    expect(chargeable('courier', null, load(170, 1))).toMatchObject({ quantity: '200', unit: 'kg' });
    expect(chargeable('courier', null, load(200, 1))?.basis).toBe(
      'Gross weight, more than the volume: 1000000 cm³ ÷ 5000 = 200 kg.',
    );
  });

  it('is of a share of a container the greater of tonnes and m³', () => {
    expect(chargeable('sea', 'lcl', load(3200, 2.5))).toMatchObject({ quantity: '3.2', unit: 'revenue_tons' });
    expect(chargeable('sea', 'lcl', load(1800, 2.5))).toMatchObject({
      quantity: '2.5',
      basis: 'Volume: 2.5 m³, more than 1.8 t gross.',
    });
  });

  it('is nobody’s where the box is paid for as a whole, or nothing is known', () => {
    expect(chargeable('sea', 'fcl', load(3200, 2.5))).toBeNull();
    expect(chargeable('road', null, load(3200, 2.5))).toBeNull();
    expect(chargeable(null, null, load(3200, 2.5))).toBeNull();
    expect(chargeable('air', null, load(0, 0, { unweighed: 40, unmeasured: 40 }))).toBeNull();
  });

  it('says what it leaves out', () => {
    expect(chargeable('air', null, load(150, 1, { unmeasured: 3 }))?.basis).toContain('3 of 40 are not measured.');
  });
});

describe('how full containers are', () => {
  it('counts volume and weight, and names what it counts with', () => {
    expect(containerFill(['40HC'], load(13_250, 57))).toEqual({
      volumePercent: '75.0',
      weightPercent: '50.0',
      basis: '57 m³ and 13.25 t gross in 1 × 40′HC (inner 76 m³, planned with 64–66 m³, payload about 26.5 t).',
    });
    expect(containerFill(['20', '20'], load(28_200, 66))).toMatchObject({
      volumePercent: '100.0',
      weightPercent: '50.0',
      basis: expect.stringContaining('2 × 20′ (inner 33 m³'),
    });
  });

  it('does not guess a payload that it does not know', () => {
    expect(containerFill(['45HC'], load(10_000, 43))).toMatchObject({ volumePercent: '50.0', weightPercent: null });
    expect(containerFill([], load(1, 1))).toBeNull();
  });
});
