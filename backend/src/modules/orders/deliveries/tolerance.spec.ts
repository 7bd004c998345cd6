import { toleranceOf, type CreditTerms } from './tolerance';

const credit: CreditTerms = {
  lcNumber: 'EXLC-0417',
  amount: '158466.000',
  currency: 'USD',
  amountPlusPercent: null,
  plusPercent: null,
  minusPercent: null,
};
const of = (creditTerms: CreditTerms | null, unit = 'kg', own: string | null = null) =>
  toleranceOf({ unit, deliveryTolerancePercent: own, supply: { orderTolerancePercent: '3.00', creditTerms } });

describe('what is still as ordered', () => {
  it('is what was typed on the line, before all else', () =>
    expect(of(credit, 'kg', '2.50')).toMatchObject({ minusPercent: '2.5', plusPercent: '2.5', source: 'line' }));

  it('is what the LC says of the quantity, each way by itself', () =>
    expect(of({ ...credit, plusPercent: '5.00', minusPercent: '0.00' }, 'pieces')).toEqual({
      minusPercent: '0',
      plusPercent: '5',
      source: 'letter_of_credit',
      why: 'LC EXLC-0417 says so of the quantity (45A or 47A). No more than USD 158,466.00 may be drawn.',
    }));

  it.each([
    ['kg', '5'],
    ['g', '5'],
    ['lbs', '5'],
    ['yards', '5'],
    ['meters', '5'],
    ['pieces', '0'],
    ['rolls', '0'],
  ])('is by UCP 600 art. 30(b) where the LC says nothing: of %s ±%s %', (unit, percent) =>
    expect(of(credit, unit)).toMatchObject({
      minusPercent: percent,
      plusPercent: percent,
      source: 'letter_of_credit',
      why: expect.stringContaining('UCP 600 art. 30(b)') as string,
    }),
  );

  it('is not the 39A of the amount, which says how much may be drawn', () => {
    const { plusPercent, why } = of({ ...credit, amountPlusPercent: '10.00' });
    expect(plusPercent).toBe('5');
    expect(why).toContain('No more than USD 174,312.60 may be drawn (39A: +10 %).');
  });

  it('is that of the order without an LC', () =>
    expect(of(null)).toMatchObject({ minusPercent: '3', plusPercent: '3', source: 'order' }));
});
