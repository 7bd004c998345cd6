import type { MilestoneProposalDto, WorkbookField } from '@/shared/api/generated';
import { knownSteps } from '@/shared/lib/milestones';

type Step = MilestoneProposalDto['milestone'];

const plannedNames = Object.fromEntries(
  Object.entries(knownSteps).map(([step, name]) => [`planned_${step}`, `${name} (planned)`]),
) as Record<`planned_${Step}`, string>;

/** What a column can hold. */
export const fieldLabels: Record<WorkbookField, string> = {
  style: 'Style',
  fabrics: 'Fabrics',
  colour: 'Colour',
  cad: 'CAD',
  part: 'Part of its colour',
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
  orderType: 'Order type',
  etd: 'ETD of the line',
  stepNotes: 'Step notes',
  baselines: 'First plans of steps',
  ownSteps: 'Steps of the house’s own',
  ...knownSteps,
  ...plannedNames,
};

export const fieldOptions = Object.entries(fieldLabels).map(([value, label]) => ({ value, label }));

export function isMilestone(field: WorkbookField | null): field is Step {
  return field !== null && field in knownSteps;
}
