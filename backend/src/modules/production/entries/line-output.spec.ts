import type { FabricFacts } from '../../orders/quantity/fabric';
import type { FabricFigures } from '../output';
import { outputOfLine, type StageDay } from './line-output';

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
  quantity: '44640.000',
  unit: 'pieces',
  finishedFabricQuantity: '4737.000',
  finishedFabricUnit: 'kg',
  processLossPercent: '12.00',
  processLossBasis: null,
};
const day = (
  stage: StageDay['stage'],
  entryDate: string,
  quantity: string,
  unit: StageDay['unit'] = 'kg',
): StageDay => ({
  stage,
  entryDate,
  quantity,
  unit,
});
const stages = (line: Partial<FabricFigures>, days: StageDay[], facts: Partial<FabricFacts> = {}) =>
  new Map(
    outputOfLine({ figures: { ...figures, ...line }, fabric: { ...fabric, ...facts } }, days).map((each) => [
      each.stage,
      each,
    ]),
  );

describe('the output of a line', () => {
  it('names the base: 400 kg are 7.5 % of the greige and 8.4 % of the finished fabric', () => {
    const of = stages({}, [day('knitting', '2026-11-20', '400'), day('finishing', '2026-11-21', '400')]);
    expect(of.get('knitting')).toMatchObject({ base: 'greige', needed: '5305.44', percent: '7.5', done: false });
    expect(of.get('finishing')).toMatchObject({ base: 'finished_fabric', needed: '4737', percent: '8.4' });
  });

  it('adds day by day, and names the day on which the need was reached', () => {
    const of = stages({}, [
      day('knitting', '2026-11-22', '5'),
      day('knitting', '2026-11-20', '5000'),
      day('knitting', '2026-11-21', '305440', 'g'),
    ]);
    expect(of.get('knitting')).toMatchObject({
      firstDay: '2026-11-20',
      lastDay: '2026-11-22',
      total: '5310.44',
      done: true,
      doneOn: '2026-11-21',
      days: [
        { day: '2026-11-20', made: '5000', total: '5000' },
        { day: '2026-11-21', made: '305.44', total: '5305.44' },
        { day: '2026-11-22', made: '5', total: '5310.44' },
      ],
    });
  });

  it('refuses to reckon fabric for pieces whose consumption is not known, and says what to fill in', () => {
    const pieces = { finishedFabricQuantity: null };
    expect(stages(pieces, [day('knitting', '2026-11-20', '400')]).get('knitting')).toMatchObject({
      needed: null,
      percent: null,
      total: '400',
      done: false,
      basis: expect.stringContaining('Fill in how much of this fabric one piece takes.') as string,
    });
    expect(stages(pieces, [], { consumptionPerPiece: '0.1' }).get('knitting')).toMatchObject({
      needed: '4999.68',
      base: 'greige',
      basis: 'Of 4,999.68 kg greige: 4,464 kg for 44,640 pcs ordered and 12 % process loss on output.',
    });
  });

  it('measures garments against what was ordered, and not where the line counts no pieces', () => {
    expect(stages({}, [day('sewing', '2026-11-20', '4464', 'pieces')]).get('sewing')).toMatchObject({
      needed: '44640',
      base: 'ordered',
      percent: '10.0',
    });
    expect([...stages({ unit: 'kg' }, []).keys()]).toEqual(['knitting', 'dyeing', 'finishing']);
  });

  it('keeps apart what does not convert', () => {
    expect(stages({}, [day('finishing', '2026-11-20', '300', 'yards')]).get('finishing')).toMatchObject({
      total: '0',
      unit: 'kg',
      notCounted: [{ quantity: '300', unit: 'yards' }],
    });
  });
});
