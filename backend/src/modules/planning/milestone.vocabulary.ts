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

/** Whether the step belongs to the line at all, and whether what it waited for was refused. */
export const MILESTONE_STATES = ['open', 'done', 'rejected', 'not_applicable'] as const;
export type MilestoneState = (typeof MILESTONE_STATES)[number];
