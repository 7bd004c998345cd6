import type { MilestoneProposalDto } from '../api/generated';

export type Milestone = MilestoneProposalDto['milestone'];

/** The steps of a line in the order of the house's sheet. */
export const milestoneNames: Record<Milestone, string> = {
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
