import type { Day } from '../../../platform/values/day';
import type { ApprovalDecision } from '../../orders/approvals/approvals.service';
import type { OrderLine } from '../../orders/line/line.entity';
import type { CreateLineDto } from '../../orders/line/lines.dto';
import type { CreateOrderDto } from '../../orders/order/given-order.dto';
import { customKey } from '../../orders/gates/gate.vocabulary';
import type { OrderStatus, OrderType } from '../../orders/vocabulary';
import { isStepKey, type StepKey } from '../../planning/milestone.vocabulary';
import type { PlannedStep } from '../../planning/milestones.service';
import type {
  LineProposal,
  MilestoneProposal,
  OrderProposal,
  StyleProposal,
  WorkbookDryRun,
} from '../workbook/dry-run.types';
import type { OwnStep } from '../workbook/own-steps';
import type { WorkbookField } from '../workbook/workbook.fields';

/** Only the house's local plans follow the yarn; a foreign order's sheet begins with the fabric. */
const LOCAL_FIELDS: readonly WorkbookField[] = [
  'yarnRequired',
  'yarnBooked',
  'yarnReceived',
  'knittingStart',
  'knittingComplete',
];
const NO_FABRIC = 'Not stated in the workbook';
const LONGEST_NAME = 255;

export function orderTypeOf(run: WorkbookDryRun): OrderType {
  return run.columns.some(({ field }) => field !== null && LOCAL_FIELDS.includes(field)) ? 'local' : 'foreign';
}

/** The order as `OrdersService.create` takes it; its lines stand in the order of `linesOf`. */
export function orderOf(proposal: OrderProposal, orderType: OrderType): CreateOrderDto {
  const { buyer, orderNumber, sheetDate, styles } = proposal;
  const types = [...new Set(styles.flatMap(({ fabricType, fabrics }) => fabricType ?? fabrics ?? []))];
  return {
    customerName: buyer ?? '',
    buyerName: buyer,
    orderNumber,
    orderType: proposal.orderType ?? orderType,
    orderDate: sheetDate,
    fabricType: types.join(' · ').slice(0, LONGEST_NAME) || NO_FABRIC,
    fabricComposition: shared(styles, 'composition'),
    gsm: shared(styles, 'gsm'),
    fabricSpecifications: shared(styles, 'fabrics'),
    styles: styles.map((style) => ({
      styleNumber: style.style,
      fabricType: style.fabricType,
      fabricSpecifications: style.fabrics,
      fabricComposition: style.composition,
      gsm: style.gsm,
      lines: style.lines.map(lineOf),
    })),
  };
}

export const linesOf = (proposal: OrderProposal): LineProposal[] => proposal.styles.flatMap(({ lines }) => lines);

function lineOf(line: LineProposal): CreateLineDto & { status?: OrderStatus; part?: number } {
  const ppYards = line.ppYards === null ? null : `PP fabric: ${line.ppYards} yards`;
  const exFactory = line.milestones.find(({ milestone }) => milestone === 'exFactory');
  return {
    colorName: line.colour,
    cadName: line.cad,
    part: line.part ?? 1,
    quantity: line.quantity,
    unit: line.unit,
    yarnRequired: line.yarnRequiredKg,
    sewingLine: line.sewingLine,
    notes: [line.remarks, ppYards].filter(Boolean).join('\n') || null,
    etd: line.etd ?? exFactory?.planned ?? exFactory?.actual ?? null,
    ...(line.status ? { status: line.status } : {}),
  };
}

/** The line's time and action, as `MilestonesService.lay` takes it. */
export function planOf(line: LineProposal): PlannedStep[] {
  const known = line.milestones.map((step) => ({ milestone: step.milestone, ...writingOf(step) }));
  const own = new Map(
    (line.ownSteps ?? []).map((step) => {
      const milestone = customKey(step.label) as StepKey;
      return [milestone, { milestone, label: step.label, ...writingOf(step) }];
    }),
  );
  return [...known, ...[...own.values()].filter(({ milestone }) => isStepKey(milestone))];
}

const writingOf = ({ state, planned, firstPlanned, actual, note }: MilestoneProposal | OwnStep) => ({
  ...(planned ? { plannedOn: planned } : {}),
  ...(firstPlanned ? { baselineOn: firstPlanned } : {}),
  ...(actual ? { actualOn: actual } : {}),
  ...(note ? { note } : {}),
  ...(state === 'rejected' || state === 'not_applicable' ? { state } : {}),
});

/**
 * What the lab dip columns say of the lab dip gate, oldest first. A rejection whose words name no day that has passed is
 * as old as the sheet.
 */
export function decisionsOf(
  pairs: readonly { line: OrderLine; proposal: LineProposal }[],
  asOf: Day,
): (ApprovalDecision & { line: OrderLine; occurredOn: Day })[] {
  return pairs
    .flatMap(({ line, proposal }) =>
      proposal.milestones.flatMap((step) => {
        const decision = labDipDecision(step, asOf);
        return decision ? [{ line, ...decision }] : [];
      }),
    )
    .sort((a, b) => a.occurredOn.localeCompare(b.occurredOn));
}

function labDipDecision(
  { milestone, state, actual, note, rejectedOn }: MilestoneProposal,
  asOf: Day,
): (ApprovalDecision & { occurredOn: Day }) | null {
  if (milestone !== 'labDipSubmitted' && milestone !== 'labDipApproved') return null;
  if (state === 'rejected') {
    const occurredOn = rejectedOn !== null && rejectedOn <= asOf ? rejectedOn : asOf;
    return { approvalType: 'labDip', status: 'rejected', notes: note, occurredOn };
  }
  const status = milestone === 'labDipSubmitted' ? 'submission' : 'approved';
  return actual === null ? null : { approvalType: 'labDip', status, occurredOn: actual };
}

/** What all styles have in common; null where they differ. */
function shared(styles: readonly StyleProposal[], part: 'composition' | 'gsm' | 'fabrics'): string | null {
  const values = new Set(styles.map((style) => style[part]));
  return values.size === 1 ? (styles[0]?.[part] ?? null) : null;
}
