import type { CreateLineDto, ImpactDto } from '@/shared/api/generated';
import type { FieldSpec } from '@/shared/forms/specs';
import { fieldValue } from '@/shared/lib/fields';
import { lineSpecs } from '../form/specs';
import type { RevisionAsked } from '../revision/use-revision';

/** What is often the same on several lines; colours, quantities and what is counted from them never are. */
const shared = [
  'etd',
  'eta',
  'millName',
  'millPrice',
  'provaPrice',
  'swatchReceivedDate',
  'swatchSentDate',
] as const satisfies (keyof CreateLineDto)[];

export type SharedField = (typeof shared)[number];

export const sharedSpecs = Object.fromEntries(shared.map((field) => [field, lineSpecs[field]])) as Record<
  SharedField,
  FieldSpec
>;

/** What the change does to all of the lines that were agreed, as one question; null where nothing was. */
export function togetherAsked(impacts: readonly ImpactDto[]): RevisionAsked | null {
  const bound = impacts.filter(({ revisionNeeded }) => revisionNeeded);
  const [first] = bound;
  if (!first) return null;
  const figures = [...new Set(bound.flatMap(({ after }) => Object.keys(after)))];
  const all = (side: 'before' | 'after') =>
    Object.fromEntries(figures.map((figure) => [figure, together(bound.map((each) => each[side][figure]))]));
  const affects = new Map(bound.flatMap((each) => each.affects.map((one) => [JSON.stringify(one), one] as const)));
  return {
    because: bound.length > 1 ? `${bound.length} of these lines were agreed.` : (first.because ?? ''),
    before: all('before'),
    after: all('after'),
    affects: [...affects.values()],
  };
}

/** One figure where it is the same on all; else each that there is, in words. */
function together(figures: readonly unknown[]): unknown {
  const [first, ...others] = [...new Set(figures)];
  return others.length === 0 ? first : [first, ...others].map((figure) => fieldValue(figure) ?? 'empty').join(', ');
}
