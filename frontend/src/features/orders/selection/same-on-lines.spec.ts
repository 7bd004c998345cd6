import type { ImpactDto } from '@/shared/api/generated';
import { togetherAsked } from './same-on-lines';

const impact = (etd: string | null, more: Partial<ImpactDto> = {}): ImpactDto => ({
  revisionNeeded: true,
  because: 'The line is running.',
  before: { etd },
  after: { etd: '2027-02-01' },
  affects: [{ kind: 'letter_of_credit', id: 'lc-1', title: 'LC 7741', sentence: 'It expires on 19 Jan 2027.' }],
  ...more,
});

describe('what a change does to several lines', () => {
  it('is one question: each day that was agreed, and what it affects once', () => {
    const asked = togetherAsked([impact('2027-01-05'), impact('2027-01-05'), impact(null)]);
    expect(asked).toMatchObject({
      because: '3 of these lines were agreed.',
      before: { etd: '05 Jan 2027, empty' },
      after: { etd: '2027-02-01' },
    });
    expect(asked?.affects).toHaveLength(1);
  });

  it('is none where nothing was agreed', () => {
    expect(togetherAsked([impact('2027-01-05', { revisionNeeded: false, because: null })])).toBeNull();
  });
});
