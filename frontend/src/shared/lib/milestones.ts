import type { MilestoneProposalDto } from '../api/generated';

/** The steps of a line in the order of the house's sheet. */
export const milestoneNames = {
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
export type Milestone = keyof typeof milestoneNames;

/** Every step that Provabook knows, and records by itself where it can: those of a foreign order as well. */
export const knownSteps: Record<MilestoneProposalDto['milestone'], string> = {
  ...milestoneNames,
  piSent: 'PI sent',
  piConfirmed: 'PI confirmed',
  lcReceived: 'LC received',
  strikeOffSubmitted: 'Strike-off submitted',
  strikeOffApproved: 'Strike-off approved',
  finishingComplete: 'Finishing complete',
  bulkSwatchApproved: 'Bulk swatch approved',
  shipped: 'Shipped',
};
