import Decimal from 'decimal.js';
import type { Day } from '../../../../platform/values/day';
import { quantityText } from '../../../../platform/values/quantity';
import { unitWord } from '../../../../platform/values/words';
import { MILESTONES, stepLabel, type MilestoneState, type StepKey } from '../../../planning/milestone.vocabulary';
import type { PlanLink } from '../../../planning/plan/line-plan.entity';
import { stepNotesOf } from '../../workbook/step-notes';
import { day, number, text, type Cell, type Column } from '../sheet';
import { dayInSheet } from '../sheet-days';
import type { CameRow } from './came';
import { STATUS_NAMES, URGENCY_NAMES } from './names';

/** A step of a line, as the sheet tells it. */
export interface TnaStep {
  key: StepKey;
  label: string;
  state: MilestoneState;
  planned: Day | null;
  actual: Day | null;
  note: string | null;
}

export interface TnaRow extends CameRow {
  gsm: string | null;
  style: string;
  fabrics: string | null;
  composition: string | null;
  fabricType: string;
  colour: string | null;
  cad: string | null;
  part: number;
  status: string;
  unit: string;
  etd: Day | null;
  yarnRequired: string | null;
  sewingLine: string | null;
  notes: string | null;
  orderNumber: string;
  buyer: string;
  orderType: string;
  forecastOn: Day | null;
  slackDays: number | null;
  urgency: string | null;
  chain: PlanLink[] | null;
  steps: TnaStep[] | null;
}

/** The house's own headings of its steps. */
const STEP_HEADINGS: Partial<Record<StepKey, string>> = {
  yarnBooked: 'YARN BOOKED',
  yarnReceived: 'YARN RCVD',
  labDipSubmitted: 'LABDIP SUB',
  labDipApproved: 'LABDIP APPROVED',
  ppYards: 'PP Yds',
  fitCumPpSubmitted: 'FIT CUM PP SUBMITE',
  fitCumPpComments: 'FIT CUM PP COMMENTS',
  knittingStart: 'KNITTING START',
  knittingComplete: 'KNITTING COMPLTE',
  dyeingStart: 'DYEING START',
  dyeingComplete: 'DYEING COMPLTE',
  firstBulkSubmission: '1st BULK SUBMISSION',
  bulkSizeSet: 'BULK SIZE SET',
  cuttingStart: 'CUTTING START',
  cuttingComplete: 'CUTTING COMPLTE',
  printSent: 'PRINT SEND',
  printReceived: 'PRINT RCVD',
  sewingInput: 'SEWING INPUT',
  sewingFinish: 'SEWING FINISH',
  packingComplete: 'PACKING COMPLTE',
  finalInspection: 'FINAL INSPECTION',
  exFactory: 'EX-FACTORY',
  shipped: 'GOODS SHIPPED',
};

const headingOf = (key: StepKey, label: string): string => STEP_HEADINGS[key] ?? label.toUpperCase();

const stepOf = ({ steps }: TnaRow, key: StepKey): TnaStep | undefined => steps?.find((each) => each.key === key);

/** The one cell that the house's sheet has for a step: when it happened, else when it is planned, else what was said. */
function stepCell(step: TnaStep | undefined): Cell {
  if (!step) return null;
  if (step.state === 'not_applicable') return 'N/A';
  if (step.state === 'rejected') return rejection(step.note);
  if (step.actual) return step.actual;
  return step.planned ? { planned: step.planned } : step.note;
}

const REFUSED = /reject|not (approved|ok)|disapproved|fail|re-?submi/i;
const rejection = (note: string | null): string =>
  note === null ? 'Rejected' : REFUSED.test(note) ? note : `Rejected: ${note}`;

const stepColumn = (key: StepKey, label: string): Column<TnaRow> => ({
  text: headingOf(key, label),
  kind: 'step',
  width: 13,
  of: (row) => stepCell(stepOf(row, key)),
});

const plannedColumn = (key: StepKey, label: string): Column<TnaRow> =>
  day(`PLANNED ${headingOf(key, label)}`, (row) => stepOf(row, key)?.planned ?? null);

const known = (...keys: StepKey[]): Column<TnaRow>[] => keys.map((key) => stepColumn(key, stepLabel(key)));

function fabricsOf({ fabrics, composition, fabricType, gsm }: TnaRow): string {
  return fabrics ?? [composition, fabricType, gsm && `${quantityText(gsm)} GSM`].filter(Boolean).join(' ');
}

/** What is still to come; null where it cannot be told in the unit of the line. */
const remaining = ({ difference }: TnaRow): string | null =>
  difference === null ? null : quantityText(Decimal.max(0, new Decimal(difference).neg()));

/** What a cell of the house's sheet has no room for: a note beside a day. */
function notesOf({ steps }: TnaRow): string | null {
  const beside = (steps ?? []).filter(
    (step) => step.note !== null && (step.actual !== null || step.planned !== null || step.state === 'not_applicable'),
  );
  return stepNotesOf(beside.map(({ label, note }) => ({ label, note: note ?? '' })));
}

const why = ({ chain }: TnaRow): string | null =>
  chain?.length ? chain.map(({ label, holder, on }) => `${label} ${dayInSheet(on)} (${holder})`).join(' → ') : null;

/** The 32 columns of the house's sheet, A to AF, as they always stood. */
const HOUSE: readonly Column<TnaRow>[] = [
  text('STYLE NAME', 18, (row) => row.style),
  text('FABRICS', 26, fabricsOf),
  text('COLOR', 16, (row) => row.colour),
  text('STATUS', 15, (row) => STATUS_NAMES[row.status] ?? null),
  number('ORDER QTY', 11, (row) => row.quantity),
  number('QTY DELIVERED', 11, (row) => row.delivered),
  number('REMAINING QTY', 11, remaining),
  number('YARN REQ', 10, (row) => row.yarnRequired && quantityText(row.yarnRequired)),
  ...known('yarnBooked', 'yarnReceived', 'labDipSubmitted', 'labDipApproved', 'ppYards', 'fitCumPpSubmitted'),
  ...known('fitCumPpComments', 'knittingStart', 'knittingComplete', 'dyeingStart', 'dyeingComplete'),
  ...known('firstBulkSubmission'),
  text('LINE', 7, (row) => row.sewingLine),
  ...known('bulkSizeSet', 'cuttingStart', 'cuttingComplete', 'printSent', 'printReceived', 'sewingInput'),
  ...known('sewingFinish', 'packingComplete', 'finalInspection', 'exFactory'),
  text('REMARKS', 30, (row) => row.notes),
];

/** What the house's sheet does not say, to its right: whose line it is, its other steps, the forecast, the whole plan. */
export function tnaColumns(others: readonly { key: StepKey; label: string }[]): readonly Column<TnaRow>[] {
  return [
    ...HOUSE,
    text('CAD', 14, (row) => row.cad),
    number('PART', 5, (row) => (row.part > 1 ? String(row.part) : null)),
    text('UNIT', 7, (row) => unitWord(row.unit)),
    text('PO NO', 18, (row) => row.orderNumber),
    text('BUYER', 20, (row) => row.buyer),
    text('ORDER TYPE', 9, (row) => row.orderType),
    day('LEAVES', (row) => row.etd),
    ...others.map(({ key, label }) => stepColumn(key, label)),
    day('FORECAST', (row) => row.forecastOn),
    number('SLACK', 8, (row) => (row.slackDays === null ? null : String(row.slackDays))),
    text('STANDING', 10, (row) => row.urgency && (URGENCY_NAMES[row.urgency] ?? null)),
    text('WHY', 40, why),
    text('STEP NOTES', 30, notesOf),
    ...MILESTONES.map((key) => plannedColumn(key, stepLabel(key))),
    ...others.map(({ key, label }) => plannedColumn(key, label)),
  ];
}
