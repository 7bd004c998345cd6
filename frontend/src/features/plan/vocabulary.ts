import type { MilestoneDto } from '@/shared/api/generated';

export type StepKey = MilestoneDto['milestone'];
export type StepState = MilestoneDto['state'];

/** The steps of a line in the order of the house's sheet. */
export const stepNames: Record<StepKey, string> = {
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
};

export const stepKeys = Object.keys(stepNames) as StepKey[];

/** What a person chooses; that a step is done follows from its day. */
export const stateOptions = [
  { value: 'open', label: 'Open, or done on its day' },
  { value: 'rejected', label: 'Rejected' },
  { value: 'not_applicable', label: 'Not applicable' },
];
