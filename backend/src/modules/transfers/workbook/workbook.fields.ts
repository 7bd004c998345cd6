import { KNOWN_STEPS, stepLabel, type KnownStep } from '../../planning/milestone.vocabulary';

/** A step that a column can hold: of the house's own sheet, or of a foreign order. */
export type MilestoneKey = KnownStep;

/** A column that tells of a step only when it is planned; the step's own column then tells when it happened. */
export type PlannedField = `planned_${MilestoneKey}`;

/** What a column can hold besides a milestone. `deliveredQuantity` and `remainingQuantity` are recognised and left out: deliveries tell them. */
export const lineFields = [
  'style',
  'fabrics',
  'colour',
  'cad',
  'part',
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
  'orderType',
  'etd',
  'stepNotes',
  'baselines',
  'ownSteps',
] as const;
export type LineField = (typeof lineFields)[number];

export type WorkbookField = LineField | MilestoneKey | PlannedField;
const plannedFields = KNOWN_STEPS.map((key): PlannedField => `planned_${key}`);
export const workbookFields: readonly WorkbookField[] = [...lineFields, ...KNOWN_STEPS, ...plannedFields];

/** Without these columns no line can be made. */
export const requiredFields: readonly WorkbookField[] = ['style', 'quantity'];

export const lineUnits = ['pieces', 'kg', 'g', 'yards', 'meters', 'lbs', 'rolls'] as const;
export type LineUnit = (typeof lineUnits)[number];

const lineFieldLabels: Record<LineField, string> = {
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
};

export function fieldLabel(field: WorkbookField): string {
  const planned = plannedStep(field);
  if (planned) return `${stepLabel(planned)} (planned)`;
  return isMilestone(field) ? stepLabel(field) : lineFieldLabels[field as LineField];
}

export function isMilestone(field: WorkbookField): field is MilestoneKey {
  return (KNOWN_STEPS as readonly string[]).includes(field);
}

/** The step whose planned days a column holds; null for any other column. */
export function plannedStep(field: WorkbookField): MilestoneKey | null {
  return field.startsWith('planned_') ? (field.slice('planned_'.length) as MilestoneKey) : null;
}

export function isWorkbookField(text: string): text is WorkbookField {
  return (workbookFields as readonly string[]).includes(text);
}
