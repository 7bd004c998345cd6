/** The steps of a line's time-and-action plan, in the order the house's sheet has them. */
export const milestoneKeys = [
  'yarnBooked',
  'yarnReceived',
  'labDipSubmitted',
  'labDipApproved',
  'ppYards',
  'fitCumPpSubmitted',
  'fitCumPpComments',
  'knittingStart',
  'knittingComplete',
  'dyeingStart',
  'dyeingComplete',
  'firstBulkSubmission',
  'bulkSizeSet',
  'cuttingStart',
  'cuttingComplete',
  'printSent',
  'printReceived',
  'sewingInput',
  'sewingFinish',
  'packingComplete',
  'finalInspection',
  'exFactory',
] as const;
export type MilestoneKey = (typeof milestoneKeys)[number];

/** What else a column can hold. `deliveredQuantity` and `remainingQuantity` are recognised and left out: deliveries tell them. */
export const lineFields = [
  'style',
  'fabrics',
  'colour',
  'cad',
  'status',
  'quantity',
  'unit',
  'deliveredQuantity',
  'remainingQuantity',
  'yarnRequired',
  'sewingLine',
  'remarks',
  'orderNumber',
  'buyer',
] as const;
export type LineField = (typeof lineFields)[number];

export type WorkbookField = LineField | MilestoneKey;

/** Without these columns no line can be made. */
export const requiredFields: readonly WorkbookField[] = ['style', 'quantity'];

export const lineUnits = ['pieces', 'kg', 'yards', 'meters', 'lbs'] as const;
export type LineUnit = (typeof lineUnits)[number];

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

export function isMilestone(field: WorkbookField): field is MilestoneKey {
  return (milestoneKeys as readonly string[]).includes(field);
}

export function isWorkbookField(text: string): text is WorkbookField {
  return Object.hasOwn(fieldLabels, text);
}
