import type { GateDto } from '@/shared/api/generated';
import { moveTo } from './moves';

type Card = Parameters<typeof moveTo>[1];

const next: Record<string, GateDto['nextStatuses']> = {
  untouched: ['submission', 'resubmission', 'approved', 'rejected'],
  submission: ['submission', 'resubmission', 'approved', 'rejected', 'cleared'],
  rejected: ['resubmission', 'approved', 'cleared'],
  approved: ['approved', 'rejected', 'resubmission', 'cleared'],
};
const card = (status: GateDto['status'], holder: GateDto['holder'], key = 'labDip'): Card => ({
  key,
  status,
  holder,
  nextStatuses: next[status ?? 'untouched'] ?? [],
});

describe('a card moved to a column', () => {
  it.each([
    ['is sent to the buyer from our hands', 'withBuyer', card(null, 'us'), { does: 'decide', status: 'submission' }],
    ['is sent again after rework', 'withBuyer', card('rejected', 'mill'), { does: 'decide', status: 'resubmission' }],
    ['is rejected into rework', 'rework', card('submission', 'buyer'), { does: 'decide', status: 'rejected' }],
    ['is approved', 'approved', card('submission', 'buyer'), { does: 'decide', status: 'approved' }],
    ['is handed over to the mill', 'atMill', card(null, 'us'), { does: 'handOver', holder: 'mill' }],
    ['comes back to us', 'toSend', card('submission', 'buyer'), { does: 'handOver', holder: 'us' }],
    ['goes back to the buyer', 'withBuyer', card('submission', 'mill'), { does: 'handOver', holder: 'buyer' }],
    ['leaves the buyer after a rejection', 'rework', card('rejected', 'buyer'), { does: 'handOver', holder: 'mill' }],
    ['goes to the laboratory', 'atMill', card(null, 'us', 'qualityTest'), { does: 'decide', status: 'submission' }],
  ] as const)('%s', (_, column, gate, move) => expect(moveTo(column, gate)).toEqual(move));

  it.each([
    ['where it is', 'toSend', card(null, 'us'), /there/],
    ['from rework back to us', 'toSend', card('rejected', 'mill'), /until its next round is sent/],
    ['from rework to the mill', 'atMill', card('rejected', 'us'), /until its next round is sent/],
    ['once approved, to the buyer', 'withBuyer', card('approved', null), /open it again/],
  ] as const)('stays with the rule: %s', (_, column, gate, why) =>
    expect(moveTo(column, gate)).toEqual({ does: 'nothing', why: expect.stringMatching(why) as string }),
  );
});
