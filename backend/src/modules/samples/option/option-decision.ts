import type { OptionLabel } from '../vocabulary';
import type { SampleOption } from './sample-option.entity';
import { NoSuchOption, OptionRejected, OptionUnnamed } from './option.errors';

/**
 * The buyer approves one option: the others are not chosen, unless they were rejected before. A lone option needs no
 * naming; a round of none takes no name.
 * @returns the label of the approved one, null for a round without options
 * @throws OptionUnnamed 422, OptionRejected 422, NoSuchOption 400
 */
export function approveOption(options: readonly SampleOption[], named: OptionLabel | null): OptionLabel | null {
  const approved = named === null && options.length < 2 ? options[0] : options.find(({ label }) => label === named);
  if (!approved) {
    if (named !== null) throw new NoSuchOption('option');
    if (options.length) throw new OptionUnnamed(options.map(({ label }) => label));
    return null;
  }
  if (approved.verdict === 'rejected') throw new OptionRejected(approved.label);
  for (const option of options) option.verdict ??= option === approved ? 'approved' : 'not_chosen';
  return approved.label;
}

/** The buyer refuses the round: all of its options. @returns those that were not rejected before */
export function rejectOptions(options: readonly SampleOption[]): OptionLabel[] {
  const open = options.filter(({ verdict }) => verdict !== 'rejected');
  for (const option of open) option.verdict = 'rejected';
  return open.map(({ label }) => label);
}

/** The decision was none: what it said of options is unsaid. @param refused those that were rejected by it */
export function reopenOptions(options: readonly SampleOption[], refused: readonly OptionLabel[]): void {
  for (const option of options)
    if (option.verdict !== 'rejected' || refused.includes(option.label)) option.verdict = null;
}
