import { Decimal } from 'decimal.js';
import { UNIT_DECIMALS } from '../../../platform/values/quantity';
import { isPlausibleDate, readDateText, serialToDate } from './dates';
import type { CellOutcome, LineStatus } from './dry-run.types';
import { readFabric } from './fabrics';
import { quantityOfNumber, readQuantity, type QuantityReading } from './quantities';
import type { WorkbookCell } from './workbook.cells';
import {
  isMilestone,
  plannedStep,
  type LineField,
  type LineUnit,
  type MilestoneKey,
  type WorkbookField,
} from './workbook.fields';
import { workbookLimits } from './workbook.limits';

/** What a cell's reading depends on besides the cell. */
export interface Reading {
  /** Dates up to and including this day happened. */
  asOf: string;
  /** The unit of the row's quantities where the cell names none. */
  unit: LineUnit;
}

const LENGTHS: Partial<Record<LineField, number>> = {
  style: 150,
  fabrics: 255,
  colour: 255,
  cad: 255,
  sewingLine: 40,
  orderNumber: 50,
  buyer: 255,
};
const STATUSES: Record<string, LineStatus> = {
  upcoming: 'upcoming',
  'in development': 'in_development',
  development: 'in_development',
  running: 'running',
  'running order': 'running',
  bulk: 'bulk',
  completed: 'completed',
  delivered: 'completed',
  archived: 'archived',
};
const NOT_APPLICABLE = /^(n\s?[./]?\s?a\.?|not applicable|nil|none|[-–—]{1,5})$/i;
const PLAN = /^plan(ned)?:?\s+(?=\d)/i;
const REJECTED = /\b(reject(ed|ion)?|rej|not (approved|ok)|disapproved|fail(ed)?|re-?submi(t|ssion))\b/i;
/** Serial numbers of 2000 to 2099: a date that lost its format looks like one of these. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;
/** Cells that fetch from elsewhere or start programs; their stored result is not trusted either. */
const FROM_OUTSIDE =
  /\[\d{1,4}\]|\[[^\]]{1,100}\.xl\w{0,2}\]|\||\b(webservice|hyperlink|rtd|call|exec|register(\.id)?|dde)\s?\(/i;

/** What the cell becomes in this column. Never throws; what cannot be taken is refused with a reason. */
export function interpretCell(cell: WorkbookCell, field: WorkbookField, reading: Reading): CellOutcome {
  return untrusted(cell) ?? trusted(cell, field, reading);
}

function trusted(cell: WorkbookCell, field: WorkbookField, reading: Reading): CellOutcome {
  if (isMilestone(field)) return milestone(cell, field, reading);
  const planned = plannedStep(field);
  return planned ? plannedDay(cell, planned, reading) : lineValue(cell, field as LineField, reading);
}

export function refused(reason: string, suggestion: string | null = null): CellOutcome {
  return { type: 'refused', reason, suggestion };
}

function untrusted(cell: WorkbookCell): CellOutcome | null {
  if (cell.kind === 'error') return refused(`The formula in this cell fails (${cell.shown}).`);
  if (cell.formula !== null && FROM_OUTSIDE.test(cell.formula)) {
    return refused(
      'This cell fetches its value from another file or program. Type the value in its place.',
      cell.shown || null,
    );
  }
  if (cell.kind === 'formula') {
    return refused('The file holds a formula here but not its result. Open it in Excel, save it and drop it again.');
  }
  if (cell.kind === 'text' && /^([=@]|[+-][^|]{0,200}\|)/.test(cell.shown)) {
    return refused('This text begins like a formula. Type the value itself.');
  }
  if (cell.shown.length > workbookLimits.cellText) {
    return refused(`The text is longer than ${workbookLimits.cellText.toLocaleString('en')} characters.`);
  }
  return null;
}

function lineValue(cell: WorkbookCell, field: LineField, reading: Reading): CellOutcome {
  if (NOT_APPLICABLE.test(cell.shown)) return { type: 'not_applicable', milestone: null };
  switch (field) {
    case 'quantity':
      return quantity(readAmount(cell), reading.unit, cell.shown);
    case 'yarnRequired':
      return yarn(readAmount(cell), cell.shown);
    case 'deliveredQuantity':
    case 'remainingQuantity':
      return { type: 'ignored', reason: 'Deliveries are recorded one by one; this follows from them.' };
    case 'unit':
      return unit(cell.shown);
    case 'status':
      return status(cell.shown);
    case 'fabrics':
      return fabric(cell.shown);
    case 'remarks':
    case 'stepNotes':
    case 'baselines':
    case 'ownSteps':
      return { type: 'text', value: cell.shown };
    case 'orderType':
      return orderType(cell.shown);
    case 'part':
      return part(cell.shown);
    case 'etd':
      return etd(cell, reading);
    default:
      return text(cell.shown, field);
  }
}

function text(shown: string, field: LineField): CellOutcome {
  const value = shown.replace(/\s+/g, ' ');
  const longest = LENGTHS[field] ?? workbookLimits.cellText;
  return value.length > longest
    ? refused(`The text is longer than ${longest} characters.`, value.slice(0, longest).trim())
    : { type: 'text', value };
}

function fabric(shown: string): CellOutcome {
  const { warnings: _warnings, ...parts } = readFabric(shown);
  const longest = LENGTHS.fabrics ?? 0;
  return parts.text.length > longest ? text(shown, 'fabrics') : { type: 'fabric', ...parts };
}

function quantity(amount: QuantityReading, unit: LineUnit, shown: string): CellOutcome {
  if (amount.kind === 'words') return refused(`“${brief(shown)}” is not a quantity.`);
  if (amount.kind === 'impossible') return refused(amount.reason, amount.suggestion);
  const actualUnit = amount.unit ?? unit;
  if (UNIT_DECIMALS[actualUnit] === 0 && amount.value.includes('.')) {
    const word = actualUnit === 'pieces' ? 'Pieces' : 'Rolls';
    return refused(`${word} are counted whole.`, String(Math.round(Number(amount.value))));
  }
  const value = new Decimal(amount.value).toDecimalPlaces(UNIT_DECIMALS[actualUnit], Decimal.ROUND_HALF_UP);
  return { type: 'quantity', value: value.toFixed(), unit: actualUnit };
}

function yarn(amount: QuantityReading, shown: string): CellOutcome {
  if (amount.kind === 'words') return refused(`“${brief(shown)}” is not a weight.`);
  if (amount.kind === 'impossible') {
    return Number(shown) === 0
      ? { type: 'ignored', reason: 'No yarn is asked for.' }
      : refused(amount.reason, amount.suggestion);
  }
  return amount.unit === null || amount.unit === 'kg'
    ? { type: 'quantity', value: amount.value, unit: 'kg' }
    : refused('Yarn is kept in kg. Enter the weight in kg.');
}

function unit(shown: string): CellOutcome {
  const reading = readQuantity(`1 ${shown}`);
  return reading.kind === 'quantity' && reading.unit !== null
    ? { type: 'unit', value: reading.unit }
    : refused(`“${brief(shown)}” is not a unit; pieces, kg, g, yards, meters, lbs and rolls are.`);
}

function status(shown: string): CellOutcome {
  const value = STATUSES[shown.toLowerCase().replace(/[\s_-]+/g, ' ')];
  return value ? { type: 'status', value } : refused(`“${brief(shown)}” is not a status of a line.`);
}

function orderType(shown: string): CellOutcome {
  const value = shown.toLowerCase();
  return value === 'local' || value === 'foreign'
    ? { type: 'text', value }
    : refused(`“${brief(shown)}” is no type of order; local and foreign are.`);
}

/** Which part of its colour a line is, where one was split. */
function part(shown: string): CellOutcome {
  return /^[1-9]\d{0,3}$/.test(shown)
    ? { type: 'text', value: shown }
    : refused(`“${brief(shown)}” is no number of a part; 1, 2 and so on are.`);
}

/** The day a line leaves, however the sheet writes days. */
function etd(cell: WorkbookCell, reading: Reading): CellOutcome {
  const day = milestone(cell, 'exFactory', reading);
  if (day.type === 'milestone') return { type: 'text', value: day.date };
  return day.type === 'refused' ? day : refused(`“${brief(cell.shown)}” is not a day.`);
}

/** Of the columns of plans only days count: what was said of a step stands in its own column. */
function plannedDay(cell: WorkbookCell, step: MilestoneKey, reading: Reading): CellOutcome {
  const day = milestone(cell, step, reading);
  if (day.type === 'milestone') return { ...day, kind: 'planned' };
  return day.type === 'refused' ? day : { type: 'ignored', reason: 'Only days are taken from the columns of plans.' };
}

function milestone(cell: WorkbookCell, field: MilestoneKey, reading: Reading): CellOutcome {
  if (cell.kind === 'date') return dateOfCell(cell, field, reading);
  if (cell.kind === 'number' && typeof cell.value === 'number') return numberInDateColumn(cell.value, cell, field);
  if (cell.kind === 'boolean') return refused(`${cell.shown} is not a date.`);
  if (NOT_APPLICABLE.test(cell.shown)) return { type: 'not_applicable', milestone: field };
  const amount = readAmount(cell);
  if (field === 'ppYards' && amount.kind === 'quantity') return ppYards(amount);
  const date = readDateText(cell.shown.replace(PLAN, ''), reading.asOf);
  if (date.kind === 'date') return dated(cell, field, date.date, reading);
  if (date.kind === 'impossible') return refused(date.reason, date.suggestion);
  if (amount.kind !== 'words') return numberInDateColumn(Number(cell.shown.replace(/[, ]/g, '')), cell, field);
  return words(cell.shown, field, date.found);
}

function dateOfCell(cell: WorkbookCell, field: MilestoneKey, reading: Reading): CellOutcome {
  if (typeof cell.value !== 'string') return refused(`${brief(cell.shown)} is not a day that exists.`);
  return isPlausibleDate(cell.value)
    ? dated(cell, field, cell.value, reading)
    : refused(`${cell.value} lies outside 2000–2099: is it a number that is shown as a date?`);
}

/** A day that the sheet calls planned, as `plan 6/Dec/25`, has not happened, however long ago it is. */
function dated(cell: WorkbookCell, field: MilestoneKey, date: string, reading: Reading): CellOutcome {
  const happened = date <= reading.asOf && !PLAN.test(cell.shown);
  return { type: 'milestone', milestone: field, date, kind: happened ? 'actual' : 'planned' };
}

function numberInDateColumn(value: number, cell: WorkbookCell, field: MilestoneKey): CellOutcome {
  if (value === 0) return { type: 'ignored', reason: 'Zero stands for nothing entered.' };
  const amount = readAmount(cell);
  if (field === 'ppYards' && amount.kind === 'quantity') return ppYards(amount);
  const couldBeDate = Number.isInteger(value) && value >= FIRST_SERIAL && value <= LAST_SERIAL;
  return refused(
    `${brief(cell.shown)} is a quantity where a date belongs.`,
    couldBeDate ? serialToDate(value, false) : null,
  );
}

function ppYards(amount: Extract<QuantityReading, { kind: 'quantity' }>): CellOutcome {
  return amount.unit === null || amount.unit === 'yards'
    ? { type: 'quantity', value: amount.value, unit: 'yards' }
    : refused('PP fabric is kept in yards. Enter the yards, or the date.');
}

function words(shown: string, field: MilestoneKey, found: string[]): CellOutcome {
  const last = found.at(-1) ?? null;
  const isLabDip = field === 'labDipSubmitted' || field === 'labDipApproved';
  return isLabDip && REJECTED.test(shown)
    ? { type: 'rejected', milestone: field, note: shown, date: last }
    : { type: 'note', milestone: field, note: shown, suggestion: last };
}

function readAmount(cell: WorkbookCell): QuantityReading {
  if (cell.kind === 'number' && typeof cell.value === 'number') return quantityOfNumber(cell.value);
  return cell.kind === 'text' ? readQuantity(cell.shown) : { kind: 'words' };
}

function brief(shown: string): string {
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}
