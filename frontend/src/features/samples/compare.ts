import type { SampleDto } from '@/shared/api/generated';
import { mainReading, type Reading, type SampleOption } from './options';
import { roundsOf } from './rounds';

/** A round, or one of its options: what can be laid beside another. */
export interface Candidate {
  key: string;
  label: string;
  round: SampleDto;
  option: SampleOption | null;
}

export interface Comparison {
  candidates: readonly Candidate[];
  a: Candidate | null;
  b: Candidate | null;
  /** The rounds that hold a measured standard, the nearest to what is compared first. */
  standard: Reading | null;
}

/**
 * All attempts at the same thing as `sample`, the latest first, and the two that are laid side by side: as asked, else what
 * stands now (on the right) and what came before it. Where there is only one, the standard alone is its measure.
 */
export function comparisonOf(
  sample: SampleDto,
  samples: readonly SampleDto[],
  asked: { a?: string; b?: string },
): Comparison {
  const candidates = roundsOf(sample, samples).flatMap(candidatesOf);
  const find = (key: string | undefined) => candidates.find((each) => each.key === key) ?? null;
  const b = find(asked.b) ?? standing(candidates);
  const before = b && candidates.find(({ round }) => round.version < b.round.version);
  const beside = candidates.find(({ key }) => key !== b?.key) ?? null;
  const a = find(asked.a) ?? before ?? beside;
  const readings = [b, a, ...candidates].flatMap((each) => (each ? (mainReading(each.round) ?? []) : []));
  return { candidates, a: a?.key === b?.key && !asked.a ? null : a, b, standard: readings[0] ?? null };
}

function candidatesOf(round: SampleDto): Candidate[] {
  const label = `Round ${round.version}`;
  if (round.options.length === 0) return [{ key: round.id, label, round, option: null }];
  return round.options.map((option) => ({
    key: `${round.id}_${option.label}`,
    label: `${label}, option ${option.label}`,
    round,
    option,
  }));
}

/** Of the latest round the approved option, else the first. */
function standing(candidates: readonly Candidate[]): Candidate | null {
  const [first] = candidates;
  const latest = candidates.filter(({ round }) => round.id === first?.round.id);
  return latest.find(({ option }) => option?.verdict === 'approved') ?? first ?? null;
}
