import type { OptionLabel, OptionVerdict } from '../vocabulary';
import { approveOption, rejectOptions, reopenOptions } from './option-decision';
import { NoSuchOption, OptionRejected, OptionUnnamed } from './option.errors';
import { SampleOption } from './sample-option.entity';

const options = (...verdicts: (OptionVerdict | null)[]): SampleOption[] =>
  verdicts.map((verdict, index) =>
    Object.assign(new SampleOption(), { label: 'ABCDEF'[index] as OptionLabel, verdict }),
  );
const verdictsOf = (card: SampleOption[]) => card.map(({ verdict }) => verdict);

describe('the decision on a round with options', () => {
  it('approves the one that is named; the others are not chosen, or stay rejected', () => {
    const card = options('rejected', null, null);
    expect(approveOption(card, 'B')).toBe('B');
    expect(verdictsOf(card)).toEqual(['rejected', 'approved', 'not_chosen']);
  });

  it('asks which one where there are several, and changes nothing then', () => {
    const card = options(null, null);
    expect(() => approveOption(card, null)).toThrow(OptionUnnamed);
    expect(() => approveOption(card, 'C')).toThrow(NoSuchOption);
    expect(verdictsOf(card)).toEqual([null, null]);
  });

  it('takes a lone option without its name, and none where there is none', () => {
    const card = options(null);
    expect([approveOption(card, null), verdictsOf(card)]).toEqual(['A', ['approved']]);
    expect(approveOption([], null)).toBeNull();
    expect(() => approveOption([], 'A')).toThrow(NoSuchOption);
  });

  it('does not approve what was rejected before', () => {
    expect(() => approveOption(options('rejected', null), 'A')).toThrow(OptionRejected);
    expect(() => approveOption(options('rejected'), null)).toThrow(OptionRejected);
  });

  it('rejects all options with their round', () => {
    const card = options(null, 'rejected', null);
    expect(rejectOptions(card)).toEqual(['A', 'C']);
    expect(verdictsOf(card)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('unsays what a decision said that was none, and leaves what was said before it', () => {
    const refused = options('rejected', 'rejected', 'rejected');
    reopenOptions(refused, ['A', 'C']);
    expect(verdictsOf(refused)).toEqual([null, 'rejected', null]);
    const approved = options('rejected', 'approved', 'not_chosen');
    reopenOptions(approved, []);
    expect(verdictsOf(approved)).toEqual(['rejected', null, null]);
  });
});
