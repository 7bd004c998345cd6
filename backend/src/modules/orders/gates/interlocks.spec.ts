import type { GateStanding } from './gate-standing';
import { gatesBefore, openConditions, type GuardedLine } from './interlocks';

const gate = (key: GateStanding['key'], status: GateStanding['status'], conditionOpen = false): GateStanding => ({
  id: key,
  key,
  name: key,
  status,
  round: 1,
  holder: null,
  heldSince: null,
  dueOn: null,
  allowedDays: null,
  condition: conditionOpen ? 'Bulk a shade bluer.' : null,
  conditionOpen,
  rowVersion: 1,
});
const line = (id: string, ...gates: GateStanding[]): GuardedLine => ({ id, label: `MT · ${id}`, gates });
const held = (lines: GuardedLine[], together: boolean) =>
  gatesBefore('dyeing', lines, together).map(({ orderLineId }) => orderLineId);

describe('dyeing waits for the lab dip', () => {
  it('holds each line whose own dip is not approved', () => {
    const lines = [line('white', gate('labDip', 'approved')), line('black', gate('labDip', 'rejected'))];
    expect(held(lines, false)).toEqual(['black']);
  });

  it('lets the order begin once one line has it approved, and not before', () => {
    const white = (status: GateStanding['status']) => line('white', gate('labDip', status));
    expect(held([white('approved'), line('black', gate('labDip', null))], true)).toEqual([]);
    expect(held([white('submission'), line('black', gate('labDip', null))], true)).toEqual(['white', 'black']);
  });

  it('holds no line that has no such gate', () => {
    expect(held([line('check', gate('handloom', null))], false)).toEqual([]);
    expect(held([line('check', gate('handloom', null))], true)).toEqual([]);
    expect(held([line('check', gate('handloom', null)), line('black', gate('labDip', null))], true)).toEqual(['black']);
  });

  it('counts a conditional approval as passed: its condition is seen to on the bulk', () => {
    expect(held([line('white', gate('labDip', 'approved', true))], false)).toEqual([]);
  });
});

it('names each open condition with its line', () => {
  expect(openConditions([line('white', gate('labDip', 'approved', true), gate('price', 'approved'))])).toEqual([
    {
      orderLineId: 'white',
      lineLabel: 'MT · white',
      gateKey: 'labDip',
      gateName: 'labDip',
      status: 'approved',
      condition: 'Bulk a shade bluer.',
    },
  ]);
});
