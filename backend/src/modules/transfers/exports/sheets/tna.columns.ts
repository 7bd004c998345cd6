import Decimal from 'decimal.js';
import { isDay } from '../../../../platform/values/day';
import { quantityText } from '../../../../platform/values/quantity';
import { unitWordSql, wordsSql } from '../../../../platform/values/words';
import { MILESTONES, stepLabel, type StepKey } from '../../../planning/milestone.vocabulary';
import type { Cell, LooseRow, OtherStep, SheetForm } from '../sheet';
import { CAME_FIELDS, CAME_OF_LINE, type Came } from './came';
import { STATUS_NAMES, URGENCY_NAMES } from './names';
import { IN_CSV, IN_WORKBOOK, PLAN, stepsOfLine, why } from './tna.steps';
import {
  came,
  cameMixed,
  csvSql,
  day,
  number,
  recordsSql,
  step,
  text,
  words,
  type WrittenColumn,
} from './written-columns';

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

/** @param key SQL of it: a house has keys of its own */
const stepColumn = (heading: string, key: string) => step(heading, 13, `steps.cells ->> ${key}`);
const plannedColumn = (heading: string, key: string) => day(`PLANNED ${heading}`, `steps.planned ->> ${key}`);

const known = (...keys: StepKey[]): WrittenColumn[] =>
  keys.map((key) => stepColumn(headingOf(key, stepLabel(key)), `'${key}'`));

const COMPOSITION = `coalesce(s.fabric_composition, o.fabric_composition)`;
const FABRIC_TYPE = `coalesce(s.fabric_type, o.fabric_type)`;
const GSM = `trim_scale(coalesce(s.gsm, o.gsm)) || ' GSM'`;
const FABRICS = `coalesce(s.fabric_specifications, concat_ws(' ', nullif(${COMPOSITION}, ''), nullif(${FABRIC_TYPE}, ''), ${GSM}))`;

const ORDERED = 'ORDER QTY';
const DELIVERED = 'QTY DELIVERED';
const UNIT = 'UNIT';

/** What stands from the column `QTY DELIVERED` on: what came, and what is still to come, where the line's unit can tell it. */
export function tnaCame({ delivered, difference }: Came): (string | null)[] {
  const remaining = difference?.startsWith('-') ? difference.slice(1) : '0';
  return [delivered, difference === null ? null : remaining];
}

/** The 32 columns of the house's sheet, A to AF, as they always stood. */
const HOUSE: readonly WrittenColumn[] = [
  text('STYLE NAME', 18, 's.style_number'),
  text('FABRICS', 26, FABRICS),
  text('COLOR', 16, 'coalesce(l.color_name, l.color_code)'),
  words('STATUS', 15, wordsSql('l.status', STATUS_NAMES)),
  number(ORDERED, 11, 'trim_scale(l.quantity)'),
  came(DELIVERED, 11, CAME_FIELDS.delivered),
  number('REMAINING QTY', 11, CAME_FIELDS.remaining),
  number('YARN REQ', 10, 'trim_scale(l.yarn_required)'),
  ...known('yarnBooked', 'yarnReceived', 'labDipSubmitted', 'labDipApproved', 'ppYards', 'fitCumPpSubmitted'),
  ...known('fitCumPpComments', 'knittingStart', 'knittingComplete', 'dyeingStart', 'dyeingComplete'),
  ...known('firstBulkSubmission'),
  text('LINE', 7, 'l.sewing_line'),
  ...known('bulkSizeSet', 'cuttingStart', 'cuttingComplete', 'printSent', 'printReceived', 'sewingInput'),
  ...known('sewingFinish', 'packingComplete', 'finalInspection', 'exFactory'),
  text('REMARKS', 30, 'l.notes'),
];

/** What the house's sheet does not say, to its right: whose line it is, its other steps, the forecast, the whole plan. */
function tnaColumns(others: readonly OtherStep[]): readonly WrittenColumn[] {
  const otherKey = (at: number) => `other.keys[${at + 1}]`;
  return [
    ...HOUSE,
    text('CAD', 14, 'coalesce(l.cad_name, l.cad_code)'),
    number('PART', 5, 'CASE WHEN l.part > 1 THEN l.part END'),
    words(UNIT, 7, unitWordSql('l.unit')),
    text('PO NO', 18, 'o.order_number'),
    text('BUYER', 20, 'coalesce(o.buyer_name, o.customer_name)'),
    text('ORDER TYPE', 9, 'o.order_type'),
    day('LEAVES', 'l.etd'),
    ...others.map(({ key, label }, at) => stepColumn(headingOf(key, label), otherKey(at))),
    day('FORECAST', 'p.forecast_on'),
    number('SLACK', 8, 'p.slack_days'),
    words('STANDING', 10, wordsSql('p.urgency', URGENCY_NAMES)),
    { ...words('WHY', 40, why(IN_WORKBOOK)), csv: why(IN_CSV) },
    words('STEP NOTES', 30, 'steps.notes'),
    words('STEP BASELINES', 30, 'steps.baselines'),
    words('OWN STEPS', 30, 'steps.own'),
    ...MILESTONES.map((key) => plannedColumn(headingOf(key, stepLabel(key)), `'${key}'`)),
    ...others.map(({ key, label }, at) => plannedColumn(headingOf(key, label), otherKey(at))),
  ];
}

const from = (steps: string): string => `
    FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place)
   CROSS JOIN (SELECT $2::text[] AS keys) other
    JOIN order_lines l ON l.id = asked.id
    JOIN orders o ON o.id = l.order_id
    JOIN order_styles s ON s.id = l.style_id
    LEFT JOIN line_plans p ON p.order_line_id = l.id AND l.status NOT IN ('completed', 'archived')
   ${steps}
   ${CAME_OF_LINE}
   ORDER BY asked.place`;

/** @param $1 ids of lines   @param $2 keys of the other steps */
export const tnaRows = (others: readonly OtherStep[]): string =>
  recordsSql(tnaColumns(others), from(stepsOfLine(IN_WORKBOOK)));

const COUNTED = 'FILTER (WHERE quantity IS NOT NULL)';

/** The same as CSV, and what the lines add up to. @param $3 a mark that stands nowhere else */
export const tnaCsv = (others: readonly OtherStep[]): string =>
  csvSql(tnaColumns(others), from(stepsOfLine(IN_CSV)), [
    'sum(quantity)::text AS quantity',
    `ARRAY[min(unit) ${COUNTED}, max(unit) ${COUNTED}] AS units`,
  ]);

/** Of the lines that have a quantity: it, and the first and the last unit of them. */
export interface TnaSums {
  quantity: string | null;
  units: string[];
}

/** What the lines add up to, where they are all in one unit. */
export class QuantitySum {
  private total = new Decimal(0);
  private readonly units = new Set<string>();

  add({ quantity, units }: TnaSums): void {
    if (quantity === null) return;
    this.total = this.total.plus(quantity);
    for (const unit of units) this.units.add(unit);
  }

  row(): LooseRow | null {
    if (this.units.size !== 1) return null;
    const before = HOUSE.slice(
      1,
      HOUSE.findIndex(({ text: heading }) => heading === ORDERED),
    );
    return [
      { value: 'Total', kind: 'text' },
      ...before.map(() => ({ value: null, kind: 'text' as const })),
      { value: quantityText(this.total), kind: 'number' },
    ];
  }
}

/** A day that is planned is told by its word. */
function stepCell(cell: string | null): Cell {
  const planned = cell?.startsWith(PLAN) ? cell.slice(PLAN.length) : null;
  return planned !== null && isDay(planned) ? { planned } : cell;
}

/** Cells as Postgres wrote them; what came in other units is told here. */
export function tnaForm(others: readonly OtherStep[]): SheetForm {
  const columns = tnaColumns(others);
  const sum = new QuantitySum();
  const at = (name: string) => columns.findIndex(({ text: heading }) => heading === name);
  const [ordered, delivered, unit] = [at(ORDERED), at(DELIVERED), at(UNIT)];
  return {
    headings: columns,
    cellsOf: (record) => {
      const cells = columns.map(({ kind }, index) => {
        const cell = record[index] ?? null;
        return kind === 'step' ? stepCell(cell) : cell;
      });
      const [quantity = null, mixed = null] = record.slice(columns.length);
      if (mixed !== null) cells.splice(delivered, 2, ...tnaCame(cameMixed({ quantity, mixed })));
      if (record[ordered]) sum.add({ quantity: record[ordered], units: [record[unit] ?? ''] });
      return cells;
    },
    closing: () => sum.row(),
  };
}
