import fc from 'fast-check';
import { readFabric } from './fabrics';

describe('readFabric', () => {
  it.each([
    ['100% Cotton S/J 160 GSM', '100% Cotton', 'S/J', '160'],
    ['60% Cotton 40% Polyester Fleece 280 GSM', '60% Cotton 40% Polyester', 'Fleece', '280'],
    ['95% Organic Cotton, 5% Elastane  1x1 Rib 220gsm', '95% Organic Cotton, 5% Elastane', '1x1 Rib', '220'],
    ['S/J, 180 g/m2, 100% BCI Cotton', '100% BCI Cotton', 'S/J', '180'],
    ['100% Merino Interlock', '100% Merino', 'Interlock', null],
    ['95/5 Cotton/Elastane S/J', '95/5 Cotton/Elastane', 'S/J', null],
    ['CVC Pique 200 GSM', 'CVC', 'Pique', '200'],
    ['Henley', null, 'Henley', null],
    ['', null, null, null],
  ])('%j is %j, %j, %j gsm', (text, composition, fabricType, gsm) => {
    expect(readFabric(text)).toMatchObject({ composition, fabricType, gsm, warnings: [] });
  });

  it('asks about a range of weights and about shares that do not add up', () => {
    expect(readFabric('100% Cotton Terry 240-260 GSM')).toMatchObject({
      gsm: null,
      warnings: [expect.stringContaining('range')],
    });
    expect(readFabric('60% Cotton 30% Polyester')).toMatchObject({ warnings: [expect.stringContaining('90 %')] });
  });

  it('keeps the whole text and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(readFabric(text).text).toBe(text.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
