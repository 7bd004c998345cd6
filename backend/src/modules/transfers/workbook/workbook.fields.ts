import { MILESTONES, MILESTONE_LABELS, type MilestoneKey } from '../../planning/milestone.vocabulary';

export type { MilestoneKey };

/** What a column can hold besides a milestone. `deliveredQuantity` and `remainingQuantity` are recognised and left out: deliveries tell them. */
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
export const workbookFields: readonly WorkbookField[] = [...lineFields, ...MILESTONES];

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
  ...MILESTONE_LABELS,
};

export function isMilestone(field: WorkbookField): field is MilestoneKey {
  return (MILESTONES as readonly string[]).includes(field);
}

export function isWorkbookField(text: string): text is WorkbookField {
  return Object.hasOwn(fieldLabels, text);
}
