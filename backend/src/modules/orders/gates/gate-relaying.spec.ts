import type { GateKey, GateStatus } from '../vocabulary';
import { inOrderOf, relaying } from './gate-relaying';
import { GateSet } from './gate-set.entity';
import { gateName, USUAL_DAYS } from './gate.vocabulary';
import { LineGate } from './line-gate.entity';

const setOf = (id: string, ...keys: GateKey[]) =>
  Object.assign(new GateSet(), { id, gates: keys.map((key) => ({ key, name: gateName(key), days: USUAL_DAYS })) });
const gate = (gateKey: GateKey, status: GateStatus | null = null, position = 1) =>
  Object.assign(new LineGate(), { gateKey, status, position });

const solid = setOf('solid', 'labDip', 'quality', 'ppSample');
const printed = setOf('printed', 'labDip', 'strikeOff', 'aop', 'ppSample');
const keysOf = (gates: readonly { gateKey?: GateKey; key?: GateKey }[]) =>
  gates.map((each) => each.gateKey ?? each.key);

describe('gates of another fabric', () => {
  it('go where nothing is decided, and come where they were missing', () => {
    const { gone, come, kept } = relaying(solid, printed, [gate('labDip', 'approved'), gate('quality')])!;
    expect([keysOf(gone), keysOf(come), keysOf(kept)]).toEqual([['quality'], ['strikeOff', 'aop', 'ppSample'], []]);
  });

  it('stay where something is decided, and where somebody added them', () => {
    const own = [gate('quality', 'rejected'), gate('custom_fit_check'), gate('handloom')];
    const { gone, kept } = relaying(solid, printed, own)!;
    expect([keysOf(gone), keysOf(kept)]).toEqual([[], ['quality']]);
  });

  it('are as they were where the set is the same', () => {
    expect(relaying(solid, solid, [gate('aop')])).toBeNull();
    expect(relaying(null, null, [])).toBeNull();
  });

  it('are those by hand alone where no set fits any more', () => {
    expect(keysOf(relaying(solid, null, [gate('labDip'), gate('custom_fit_check')])!.gone)).toEqual(['labDip']);
  });

  it('stand as the set has them, with the rest behind', () => {
    const own = [
      gate('custom_fit_check', null, 1),
      gate('aop', null, 5),
      gate('labDip', null, 4),
      gate('quality', null, 2),
    ];
    expect(keysOf(inOrderOf(printed, own))).toEqual(['labDip', 'aop', 'custom_fit_check', 'quality']);
  });
});
