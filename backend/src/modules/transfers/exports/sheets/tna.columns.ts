import Decimal from 'decimal.js';
import type { Day } from '../../../../platform/values/day';
import { quantityText } from '../../../../platform/values/quantity';
import { unitWord } from '../../../../platform/values/words';
import {
  isKnownStep,
  MILESTONES,
  stepLabel,
  type MilestoneState,
  type StepKey,
} from '../../../planning/milestone.vocabulary';
import type { PlanLink } from '../../../planning/plan/line-plan.entity';
import { baselinesOf, ownStepsOf } from '../../workbook/own-steps';
import { stepNotesOf } from '../../workbook/step-notes';
import { readRecords } from '../records';
import {
  day,
  number,
  rowsOf,
  selectOf,
  text,
  type Cell,
  type Column,
  type LooseRow,
  type OtherStep,
  type SheetForm,
  type Written,
} from '../sheet';
import { dayInSheet } from '../sheet-days';
import { CAME_FIELDS, CAME_OF_LINE, cameOf } from './came';
import { STATUS_NAMES, URGENCY_NAMES } from './names';

/** A step of a line, as the sheet tells it. */
export interface TnaStep {
  key: StepKey;
  label: string;
  state: MilestoneState;
  planned: Day | null;
  baseline: Day | null;
  actual: Day | null;
  note: string | null;
}

const FIELDS = {
  style: 's.style_number',
  fabrics: 's.fabric_specifications',
  composition: 'coalesce(s.fabric_composition, o.fabric_composition)',
  fabricType: 'coalesce(s.fabric_type, o.fabric_type)',
  gsm: 'coalesce(s.gsm, o.gsm)',
  colour: 'coalesce(l.color_name, l.color_code)',
  cad: 'coalesce(l.cad_name, l.cad_code)',
  part: 'l.part',
  status: 'l.status',
  quantity: 'trim_scale(l.quantity)',
  unit: 'l.unit',
  etd: 'l.etd',
  yarnRequired: 'l.yarn_required',
  sewingLine: 'l.sewing_line',
  notes: 'l.notes',
  orderNumber: 'o.order_number',
  buyer: 'coalesce(o.buyer_name, o.customer_name)',
  orderType: 'o.order_type',
  forecastOn: 'p.forecast_on',
  slackDays: 'p.slack_days',
  urgency: 'p.urgency',
  chain: 'p.chain',
  steps: 'steps.steps',
  ...CAME_FIELDS,
};

/** @param $1 ids of lines */
export const TNA_ROWS = `
  SELECT ${selectOf(FIELDS)}
    FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place)
    JOIN order_lines l ON l.id = asked.id
    JOIN orders o ON o.id = l.order_id
    JOIN order_styles s ON s.id = l.style_id
    LEFT JOIN line_plans p ON p.order_line_id = l.id AND l.status NOT IN ('completed', 'archived')
   CROSS JOIN LATERAL (
     SELECT string_agg(ROW(milestone, label, state, planned_on, baseline_on, actual_on, note)::text, '' ORDER BY position) AS steps
       FROM line_milestones WHERE order_line_id = l.id AND deleted_at IS NULL) steps
   ${CAME_OF_LINE}
   ORDER BY asked.place`;

type Steps = ReadonlyMap<StepKey, TnaStep>;

/** A line of the sheet, with its steps by their keys and what is JSON in the database read. */
type TnaRow = Omit<Written<typeof FIELDS>, 'chain' | 'steps'> & { chain: PlanLink[] | null; steps: Steps };

const NO_STEPS: Steps = new Map();

/** Rows within a row: a tenth of what JSON of them costs the database. */
function stepsIn(records: string): Steps {
  const steps = new Map<StepKey, TnaStep>();
  for (const [key, label, state, planned = null, baseline = null, actual = null, note = null] of readRecords(records)) {
    const step = { key, label, state, planned, baseline, actual, note } as TnaStep;
    steps.set(step.key, step);
  }
  return steps;
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

const sheetDay = (on: Day): string => dayInSheet(on) ?? on;

const headingOf = (key: StepKey, label: string): string => STEP_HEADINGS[key] ?? label.toUpperCase();

const stepOf = ({ steps }: TnaRow, key: StepKey): TnaStep | undefined => steps.get(key);

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
  difference === null ? null : difference.startsWith('-') ? difference.slice(1) : '0';

/** What a cell of the house's sheet has no room for: a note beside a day. */
function notesOf({ steps }: TnaRow): string | null {
  if (!steps.size) return null;
  const beside = [...steps.values()].filter(
    (step) =>
      isKnownStep(step.key) &&
      step.note !== null &&
      (step.actual !== null || step.planned !== null || step.state === 'not_applicable'),
  );
  return stepNotesOf(beside.map(({ label, note }) => ({ label, note: note ?? '' })));
}

/** What was planned at first, of steps that were moved since. */
function baselines({ steps }: TnaRow): string | null {
  if (!steps.size) return null;
  const moved = [...steps.values()].flatMap(({ key, label, planned, baseline }) =>
    isKnownStep(key) && baseline !== null && baseline !== planned ? [{ label, day: baseline }] : [],
  );
  return baselinesOf(moved, sheetDay);
}

/** All of the steps that only this house knows: their columns are not read back. */
function ownSteps({ steps }: TnaRow): string | null {
  if (!steps.size) return null;
  const own = [...steps.values()].filter(({ key }) => !isKnownStep(key));
  return ownStepsOf(
    own.map(({ state, baseline, planned, ...step }) => ({
      ...step,
      planned,
      firstPlanned: baseline === planned ? null : baseline,
      state: state === 'rejected' || state === 'not_applicable' ? state : null,
    })),
    sheetDay,
  );
}

const why = ({ chain }: TnaRow): string | null =>
  chain?.length ? chain.map(({ label, holder, on }) => `${label} ${dayInSheet(on)} (${holder})`).join(' → ') : null;

/** The 32 columns of the house's sheet, A to AF, as they always stood. */
const HOUSE: readonly Column<TnaRow>[] = [
  text('STYLE NAME', 18, (row) => row.style),
  text('FABRICS', 26, fabricsOf),
  text('COLOR', 16, (row) => row.colour),
  text('STATUS', 15, (row) => row.status && (STATUS_NAMES[row.status] ?? null)),
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
function tnaColumns(others: readonly OtherStep[]): readonly Column<TnaRow>[] {
  return [
    ...HOUSE,
    text('CAD', 14, (row) => row.cad),
    number('PART', 5, (row) => (Number(row.part) > 1 ? row.part : null)),
    text('UNIT', 7, (row) => row.unit && unitWord(row.unit)),
    text('PO NO', 18, (row) => row.orderNumber),
    text('BUYER', 20, (row) => row.buyer),
    text('ORDER TYPE', 9, (row) => row.orderType),
    day('LEAVES', (row) => row.etd),
    ...others.map(({ key, label }) => stepColumn(key, label)),
    day('FORECAST', (row) => row.forecastOn),
    number('SLACK', 8, (row) => row.slackDays),
    text('STANDING', 10, (row) => row.urgency && (URGENCY_NAMES[row.urgency] ?? null)),
    text('WHY', 40, why),
    text('STEP NOTES', 30, notesOf),
    text('STEP BASELINES', 30, baselines),
    text('OWN STEPS', 30, ownSteps),
    ...MILESTONES.map((key) => plannedColumn(key, stepLabel(key))),
    ...others.map(({ key, label }) => plannedColumn(key, label)),
  ];
}

/** What the lines add up to, where they are all in one unit. */
class QuantitySum {
  private total = new Decimal(0);
  private readonly units = new Set<string>();

  add({ quantity, unit }: TnaRow): void {
    if (quantity === null) return;
    this.total = this.total.plus(quantity);
    this.units.add(unit ?? '');
  }

  /** @param at the column of quantities */
  row(at: number): LooseRow | null {
    if (this.units.size !== 1) return null;
    const row = Array.from({ length: at + 1 }, () => ({ value: null as Cell, kind: 'text' as const }));
    return [{ value: 'Total', kind: 'text' }, ...row.slice(1, at), { value: quantityText(this.total), kind: 'number' }];
  }
}

export function tnaForm(others: readonly OtherStep[]): SheetForm {
  const columns = tnaColumns(others);
  const sum = new QuantitySum();
  const fieldsOf = rowsOf(FIELDS);
  return {
    headings: columns,
    cellsOf: (record) => {
      const { chain, steps, ...fields } = fieldsOf(record);
      const row = {
        ...fields,
        ...cameOf(fields),
        chain: chain === null ? null : (JSON.parse(chain) as PlanLink[]),
        steps: steps === null ? NO_STEPS : stepsIn(steps),
      };
      sum.add(row);
      return columns.map(({ of }) => of(row));
    },
    closing: () => sum.row(columns.findIndex(({ text: heading }) => heading === 'ORDER QTY')),
  };
}
