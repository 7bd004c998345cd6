import type { Milestone, WorkbookField } from '@/shared/api/generated';

/** The steps of a line's time and action, as the server calls them, in the order of the house's sheet. */
const milestones: Record<Milestone, string> = {
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

/** What a column can hold. */
export const fieldLabels: Record<WorkbookField, string> = {
  style: 'Style',
  fabrics: 'Fabrics',
  colour: 'Colour',
  cad: 'CAD',
  status: 'Status',
  quantity: 'Order quantity',
  unit: 'Unit',
  deliveredQuantity: 'Quantity delivered',
  remainingQuantity: 'Remaining quantity',
  yarnRequired: 'Yarn required',
  sewingLine: 'Sewing line',
  remarks: 'Remarks',
  orderNumber: 'Order number',
  buyer: 'Buyer',
  ...milestones,
};

export const fieldOptions = Object.entries(fieldLabels).map(([value, label]) => ({ value, label }));

export function isMilestone(field: WorkbookField | null): field is Milestone {
  return field !== null && field in milestones;
}
