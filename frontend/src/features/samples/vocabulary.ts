import type { SampleDto } from '@/shared/api/generated';
import type { Option } from '@/shared/ui/Input';

export type SampleType = SampleDto['type'];
export type SampleStatus = SampleDto['status'];

export const sampleStatuses = ['pending', 'submitted', 'approved', 'rejected'] as const satisfies SampleStatus[];

export const typeNames: Record<SampleType, string> = {
  lab_dip: 'Lab dip',
  strike_off: 'Strike-off',
  hand_loom: 'Handloom',
  bulk_swatch: 'Bulk swatch',
  pp_sample: 'PP sample',
  presentation: 'Presentation',
};

export const sampleTypes = Object.keys(typeNames) as SampleType[];

export const typeOptions: readonly Option<SampleType>[] = sampleTypes.map((value) => ({
  value,
  label: typeNames[value],
}));

/** Within a sentence: "lab dip", but "PP sample". */
export function typeInSentence(type: SampleType): string {
  return type === 'pp_sample' ? typeNames[type] : typeNames[type].toLowerCase();
}

/** Whose it is: its line, or the order when it is for none of the lines. */
export function subjectOf({ lineLabel, orderNumber }: Pick<SampleDto, 'lineLabel' | 'orderNumber'>): string {
  return lineLabel ?? orderNumber;
}

/** `Lab dip, round 2`. */
export function roundName({ type, version }: Pick<SampleDto, 'type' | 'version'>): string {
  return `${typeNames[type]}, round ${version}`;
}

/** `Lab dip, round 2 of MT-2291 · Black`. */
export function sampleName(sample: SampleDto): string {
  return `${roundName(sample)} of ${subjectOf(sample)}`;
}

/** The same within a sentence: `lab dip, round 2 of MT-2291 · Black`. */
export function sampleInSentence(sample: SampleDto): string {
  return `${typeInSentence(sample.type)}, round ${sample.version} of ${subjectOf(sample)}`;
}
