import type { WorkbookField } from '@/shared/api/generated';
import { type Milestone, milestoneNames } from '@/shared/lib/milestones';

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
  ...milestoneNames,
};

export const fieldOptions = Object.entries(fieldLabels).map(([value, label]) => ({ value, label }));

export function isMilestone(field: WorkbookField | null): field is Milestone {
  return field !== null && field in milestoneNames;
}
