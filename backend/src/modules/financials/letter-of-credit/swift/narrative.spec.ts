import { copiesOf, documentKindOf, incotermOf, quantitiesOf, statedTolerance, unitPricesOf } from './narrative';
import { readAvailability, readDay, readMoney, readTenor, readTolerance } from './swift-values';

describe('what stands in narratives', () => {
  it.each([
    ['44,640 KGS OF JERSEY, 160 GSM, AT USD 3.55/KG', [['44640', 'kg']]],
    ['WHITE 30,000 YDS, BLACK 14,640.50 YDS', [['44640.5', 'yards']]],
    ['WHITE 30,000 KGS, BLACK 14,640 KGS, TOTAL QUANTITY: 44,640 KGS', [['44640', 'kg']]],
    [
      '5000 PCS T-SHIRTS AND 200 KGS RIB',
      [
        ['200', 'kg'],
        ['5000', 'pieces'],
      ],
    ],
    ['44.640,5 MTRS', [['44640.5', 'meters']]],
    ['FABRIC OF 180 G/M2, UNIT PRICE USD 5.60 KG', []],
  ])('quantity: %s', (text, wanted) =>
    expect(quantitiesOf(text).map(({ quantity, unit }) => [quantity, unit])).toEqual(wanted),
  );

  it.each([
    ['FOB CHITTAGONG, BANGLADESH (INCOTERMS 2020)', ['FOB', 'CHITTAGONG, BANGLADESH', 2020]],
    ['TRADE TERMS: C&F HAMBURG PORT, GERMANY AS PER INCOTERMS 2010', ['CFR', 'HAMBURG PORT, GERMANY', 2010]],
    ['FCA DHAKA AIRPORT INCOTERMS® 2020.', ['FCA', 'DHAKA AIRPORT', 2020]],
  ])('trade term: %s', (text, [rule, place, year]) => expect(incotermOf(text)).toEqual({ rule, place, year }));

  it('trade term: none in other words', () => expect(incotermOf('FABRICS OF COTTON, CIPHER FOBS')).toBeNull());

  it.each([
    ['QUANTITY +/- 5 PCT ALLOWED', ['5', '5', true, false]],
    ['5 PERCENT MORE OR LESS IN QUANTITY AND AMOUNT ACCEPTABLE', ['5', '5', true, true]],
    ['TOLERANCE OF 3% IN VALUE', ['3', '3', false, true]],
    ['PLUS 5 PCT MINUS 2,5 PCT ON QUANTITY', ['5', '2.5', true, false]],
    ['NO TOLERANCE ON QUANTITY', ['0', '0', true, false]],
  ])('tolerance: %s', (text, [plus, minus, ofQuantity, ofAmount]) =>
    expect(statedTolerance(text)).toEqual({ plus, minus, ofQuantity, ofAmount }),
  );

  it('tolerance: none where a percentage is of something else', () => {
    expect(statedTolerance('95 PCT COTTON 5 PCT ELASTANE')).toBeNull();
    expect(statedTolerance('INSURANCE FOR 110 PCT OF INVOICE VALUE')).toBeNull();
  });

  it.each([
    ['SIGNED COMMERCIAL INVOICES IN 3 COPIES', 'commercial_invoice', 1, 2],
    ['FULL SET (3/3) OF CLEAN ON BOARD BILLS OF LADING', 'bill_of_lading', 3, null],
    ['PACKING LIST IN ONE ORIGINAL AND TWO COPIES', 'packing_list', 1, 2],
    ['AIRWAY BILL CONSIGNED TO APPLICANT', 'air_waybill', null, null],
    ["BENEFICIARY'S CERTIFICATE STATING THAT ONE SET OF INVOICE WAS SENT", 'beneficiary_certificate', null, null],
    ['INSURANCE POLICY FOR 110 PCT OF INVOICE VALUE IN DUPLICATE', 'insurance', 1, 1],
    ['PHYTOSANITARY PAPER', 'other', null, null],
  ])('document: %s', (text, kind, originals, copies) => {
    expect([documentKindOf(text), copiesOf(text)]).toEqual([kind, { originals, copies }]);
  });

  it('prices by unit, each once', () =>
    expect(unitPricesOf('WHITE USD 5.60/KG, BLACK USD 5.75 PER KG, TOTAL USD 5.60/KG')).toEqual([
      { price: '5.60', currency: 'USD', unit: 'kg' },
      { price: '5.75', currency: 'USD', unit: 'kg' },
    ]));
});

describe('what stands in fields', () => {
  it.each([
    ['261121', '2026-11-21', ''],
    ['270120 IN DHAKA', '2027-01-20', 'IN DHAKA'],
    ['2027-01-20', '2027-01-20', ''],
    ['20 JAN 2027 LONDON', '2027-01-20', 'LONDON'],
    ['JAN 20, 2027', '2027-01-20', ''],
    ['20/01/2027', '2027-01-20', ''],
  ])('a day: %s', (text, day, rest) => expect(readDay(text)).toEqual({ day, rest }));

  it.each(['270230', '99', 'SOON', ''])('no day: %j', (text) => expect(readDay(text)).toBeNull());

  it.each([
    ['USD158466,00', 'USD', '158466.00'],
    ['USD158466,', 'USD', '158466.00'],
    ['USD 158,466.00', 'USD', '158466.00'],
    ['USD158,466', 'USD', '158466.00'],
    ['JPY1500000,', 'JPY', '1500000'],
    ['KWD1,466', 'KWD', '1.466'],
    ['EUR#158466,5#', 'EUR', '158466.50'],
  ])('an amount: %s', (text, currency, amount) => expect(readMoney(text)).toMatchObject({ currency, amount }));

  it.each(['USD0,', 'USD12,345', 'LOTS', 'JPY10,5'])('no amount, or another: %s', (text) =>
    expect(readMoney(text)?.amount ?? null).toBe(text === 'USD12,345' ? '12345.00' : null),
  );

  it('tolerance, availability, tenor', () => {
    expect(readTolerance('05/00')).toEqual({ plus: '5', minus: '0' });
    expect(readTolerance('10')).toEqual({ plus: '10', minus: '10' });
    expect(readTolerance('SOME')).toBeNull();
    expect(readAvailability('HSBCGB2L\nBY DEF PAYMENT')).toEqual({ by: 'deferred_payment', with: 'HSBCGB2L' });
    expect(readTenor('AT SIGHT FOR 100PCT OF INVOICE VALUE')).toEqual({ days: 0, from: 'sight' });
    expect(readTenor('AT 120 DAYS SIGHT')).toEqual({ days: 120, from: 'sight' });
    expect(readTenor('60 DAYS FROM ACCEPTANCE')).toEqual({ days: 60, from: 'acceptance' });
  });
});
