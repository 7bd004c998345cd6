import type { FabricFacts } from '../../orders/quantity/fabric';
import { computedDay, type FabricEntry } from './computed-day';

const bare: FabricFacts = {
  gsm: null,
  finishingWidth: null,
  cuttableWidth: null,
  consumptionPerPiece: null,
  consumptionUnit: 'kg',
  rollQuantity: null,
  rollUnit: 'kg',
};
const entry = (
  stage: FabricEntry['stage'],
  quantity: string,
  unit: FabricEntry['unit'] = 'kg',
  fabric: Partial<FabricFacts> = {},
): FabricEntry => ({ stage, quantity, unit, fabric: { ...bare, ...fabric } });

describe('the sheet of a day from its entries', () => {
  it('adds what was entered, stage by stage', () => {
    expect(computedDay([entry('knitting', '150.250'), entry('knitting', '54.75'), entry('finishing', '80')])).toEqual({
      unit: 'kg',
      knitted: '205',
      dyed: '0',
      finished: '80',
      leftOut: [],
    });
  });

  it('converts other weights, and lengths of a fabric that tells how', () => {
    const jersey = { gsm: '180', finishingWidth: '60 in' };
    expect(
      computedDay([entry('knitting', '1000', 'g'), entry('dyeing', '2'), entry('finishing', '100', 'meters', jersey)]),
    ).toMatchObject({ unit: 'kg', knitted: '1', dyed: '2', finished: '27.432', leftOut: [] });
  });

  it('leaves out by name what does not convert', () => {
    expect(computedDay([entry('knitting', '205'), entry('finishing', '300.000', 'yards')])).toMatchObject({
      unit: 'kg',
      finished: '0',
      leftOut: [{ stage: 'finishing', quantity: '300', unit: 'yards' }],
    });
  });

  it('counts in the unit of the first where nothing is a weight', () => {
    expect(computedDay([entry('dyeing', '100', 'yards'), entry('finishing', '91.44', 'meters')])).toMatchObject({
      unit: 'yards',
      dyed: '100',
      finished: '100',
    });
  });
});
