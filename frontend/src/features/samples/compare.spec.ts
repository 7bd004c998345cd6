import type { SampleDto } from '@/shared/api/generated';
import { aSample } from '../../../test/samples';
import { comparisonOf } from './compare';

const option = (label: 'A' | 'B', verdict: SampleDto['options'][number]['verdict'] = null) => ({
  label,
  verdict,
  notes: null,
  remarks: null,
  picture: null,
});
const standard = { illuminant: 'D65', observer: '10', options: [] } as unknown as SampleDto['readings'][number];

const first = aSample({ id: 'first', version: 1, status: 'rejected', options: [option('A', 'rejected')] });
const second = aSample({ id: 'second', version: 2, options: [option('A', 'not_chosen'), option('B', 'approved')] });
const keys = (samples: SampleDto[], asked: { a?: string; b?: string } = {}) => {
  const { a, b, candidates } = comparisonOf(second, samples, asked);
  return { a: a?.key ?? null, b: b?.key ?? null, all: candidates.map(({ key }) => key) };
};

describe('what is laid side by side', () => {
  it('is the approved option of the latest round beside the round before it', () => {
    expect(keys([first, second])).toEqual({ a: 'first_A', b: 'second_B', all: ['second_A', 'second_B', 'first_A'] });
  });

  it('is what was asked for, where there is such a round or option', () => {
    expect(keys([first, second], { a: 'second_A', b: 'first_A' })).toMatchObject({ a: 'second_A', b: 'first_A' });
    expect(keys([first, second], { a: 'lost', b: 'second_A' })).toMatchObject({ a: 'first_A', b: 'second_A' });
  });

  it('is two options where there is one round, and one round beside the target where it has none', () => {
    expect(keys([second])).toMatchObject({ a: 'second_A', b: 'second_B' });
    const alone = aSample({ id: 'alone' });
    expect(comparisonOf(alone, [alone], {})).toMatchObject({ a: null, b: { key: 'alone' }, standard: null });
  });

  it('holds the standard of whichever round was measured, and nothing of another line or type', () => {
    const measured = { ...first, readings: [standard] };
    const elsewhere = aSample({ id: 'other', orderLineId: 'line-2' });
    const strikeOff = aSample({ id: 'strike', type: 'strike_off' });
    expect(comparisonOf(second, [measured, second, elsewhere, strikeOff], {})).toMatchObject({ standard });
    expect(keys([first, second, elsewhere, strikeOff]).all).toEqual(['second_A', 'second_B', 'first_A']);
  });
});
