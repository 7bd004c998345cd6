import type { FabricFacts } from '../../orders/quantity/fabric';
import type { FabricFigures } from '../output';
import { fabricNeedOf } from './fabric-need';

const fabric: FabricFacts = {
  gsm: null,
  finishingWidth: null,
  cuttableWidth: null,
  consumptionPerPiece: null,
  consumptionUnit: 'kg',
  rollQuantity: null,
  rollUnit: 'kg',
};
const figures: FabricFigures = {
  quantity: '44640',
  unit: 'pieces',
  finishedFabricQuantity: '4737',
  finishedFabricUnit: 'kg',
  processLossPercent: '12',
  processLossBasis: null,
};

describe('greige and yarn of a line', () => {
  it('are reckoned from the finished fabric, each from unrounded figures', () => {
    expect(fabricNeedOf(figures, fabric, '4')).toEqual({
      unit: 'kg',
      finished: '4737',
      greige: '5305.44',
      yarn: '5093.22',
      mixedYarn: '212.22',
      basis: 'Of 5,305.44 kg greige: 4,737 kg finished fabric and 12 % process loss on output.',
    });
    expect(fabricNeedOf({ ...figures, processLossBasis: 'input' }, fabric, null)).toMatchObject({
      greige: '5382.95',
      yarn: '5382.95',
      mixedYarn: null,
      basis: 'Of 5,382.95 kg greige: 4,737 kg finished fabric and 12 % process loss on input.',
    });
  });

  it('are not guessed without a process loss, nor for pieces without a consumption', () => {
    expect(fabricNeedOf({ ...figures, processLossPercent: null }, fabric, '4')).toMatchObject({
      finished: '4737',
      greige: null,
      yarn: null,
    });
    expect(fabricNeedOf({ ...figures, finishedFabricQuantity: null }, fabric, '4')).toMatchObject({
      finished: null,
      greige: null,
      basis: expect.stringContaining('Fill in how much of this fabric one piece takes.') as string,
    });
  });
});
