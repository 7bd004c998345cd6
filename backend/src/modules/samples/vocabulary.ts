import type { ApprovalType } from '../orders/vocabulary';

/** What is sent for the buyer's judgement. The values are those of the data that is taken over. */
export const SAMPLE_TYPES = ['lab_dip', 'strike_off', 'bulk_swatch', 'pp_sample', 'hand_loom', 'presentation'] as const;
export type SampleType = (typeof SAMPLE_TYPES)[number];

export const SAMPLE_STATUSES = ['pending', 'submitted', 'approved', 'rejected'] as const;
export type SampleStatus = (typeof SAMPLE_STATUSES)[number];

/** The line's gate that a sample of this type opens or keeps shut; a presentation opens none. */
export const GATE_OF: Readonly<Record<SampleType, ApprovalType | null>> = {
  lab_dip: 'labDip',
  strike_off: 'strikeOff',
  bulk_swatch: 'bulkSwatch',
  pp_sample: 'ppSample',
  hand_loom: 'handloom',
  presentation: null,
};

/** What the options of a round are called on the card that the buyer holds. */
export const OPTION_LABELS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type OptionLabel = (typeof OPTION_LABELS)[number];

/** `not_chosen`: nothing was wrong with it, another was approved. */
export const OPTION_VERDICTS = ['approved', 'rejected', 'not_chosen'] as const;
export type OptionVerdict = (typeof OPTION_VERDICTS)[number];
