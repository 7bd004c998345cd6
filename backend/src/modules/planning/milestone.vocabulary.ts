import type { Known } from '../../platform/listing/list-definition';

/** The steps of a line's time and action, in the order of the house's own sheet, and as people call them. */
export const MILESTONE_LABELS = {
  yarnBooked: 'Yarn booked',
  yarnReceived: 'Yarn received',
  labDipSubmitted: 'Lab dip submitted',
  labDipApproved: 'Lab dip approved',
  ppYards: 'PP yards',
  fitCumPpSubmitted: 'Fit-cum-PP submitted',
  fitCumPpComments: 'Fit-cum-PP comments',
  knittingStart: 'Knitting start',
  knittingComplete: 'Knitting complete',
  dyeingStart: 'Dyeing start',
  dyeingComplete: 'Dyeing complete',
  firstBulkSubmission: 'First bulk submission',
  bulkSizeSet: 'Bulk size set',
  cuttingStart: 'Cutting start',
  cuttingComplete: 'Cutting complete',
  printSent: 'Print sent',
  printReceived: 'Print received',
  sewingInput: 'Sewing input',
  sewingFinish: 'Sewing finish',
  packingComplete: 'Packing complete',
  finalInspection: 'Final inspection',
  exFactory: 'Ex-factory',
} as const;

export type MilestoneKey = keyof typeof MILESTONE_LABELS;
export const MILESTONES = Object.keys(MILESTONE_LABELS) as MilestoneKey[];

/** Steps that the sheet has no column for: those of a foreign order, whose fabric the house ships itself. */
const FOREIGN_LABELS = {
  piSent: 'PI sent',
  piConfirmed: 'PI confirmed',
  lcReceived: 'LC received',
  strikeOffSubmitted: 'Strike-off submitted',
  strikeOffApproved: 'Strike-off approved',
  finishingComplete: 'Finishing complete',
  bulkSwatchApproved: 'Bulk swatch approved',
  shipped: 'Shipped',
} as const;

const KNOWN_LABELS = { ...MILESTONE_LABELS, ...FOREIGN_LABELS } as const;
export type KnownStep = keyof typeof KNOWN_LABELS;
export const KNOWN_STEPS = Object.keys(KNOWN_LABELS) as KnownStep[];

/** A step that Provabook knows, and records by itself where it can; or one of the house's own. */
export type StepKey = KnownStep | `custom_${string}`;

export const MAX_STEP_LABEL = 100;
export const MAX_STEP_KEY = 120;
export const STEP_KEY = new RegExp(`^(${KNOWN_STEPS.join('|')}|custom_\\S{1,113})$`);
export const isStepKey = (key: string): key is StepKey => STEP_KEY.test(key);
/** As the filter of a list. */
export const STEP: Known = { is: isStepKey, sentence: `Choose from: ${KNOWN_STEPS.join(', ')}, or custom_….` };

export const isKnownStep = (key: string): key is KnownStep => Object.hasOwn(KNOWN_LABELS, key);

/** `Yarn booked`; of the house's own steps what its key's words say, where no better name stands beside it. */
export function stepLabel(key: string): string {
  if (isKnownStep(key)) return KNOWN_LABELS[key];
  const words = key.replace(/^custom_/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether the step belongs to the line at all, and whether what it waited for was refused. */
export const MILESTONE_STATES = ['open', 'done', 'rejected', 'not_applicable'] as const;
export type MilestoneState = (typeof MILESTONE_STATES)[number];
