import type { Day } from '../../../platform/values/day';
import { UNIT_DECIMALS, type Unit } from '../../../platform/values/quantity';
import { dayWords, unitWord } from '../../../platform/values/words';
import { usualUnit, type ProductionStage } from '../../production/entries/entry.vocabulary';
import { readDateText } from '../workbook/dates';
import { Grid } from '../workbook/grid';
import { quantityOfNumber, readQuantity, type QuantityReading } from '../workbook/quantities';
import type { WorkbookCell, WorkbookSheet } from '../workbook/workbook.cells';
import { meaningOf, stageOf, UNIT_WORDS, type OutputColumn } from './output-headings';

/** What is wrong with a cell; without one, of the row. */
export interface OutputFault {
  cell: string;
  sentence: string;
}

/** One number of the file: what a stage gave on a day, and where the file says so. */
export interface OutputNumber {
  row: number;
  /** Of the quantity. */
  cell: string;
  day: Day | null;
  orderNumber: string | null;
  style: string | null;
  colour: string | null;
  line: string | null;
  stage: ProductionStage | null;
  quantity: string | null;
  unit: Unit | null;
  shift: string | null;
  notes: string | null;
  /** Where each of these stands. */
  at: Partial<Record<OutputColumn, string>>;
  faults: OutputFault[];
}

/** Where the headings stand, and what each column means. A column may be a stage: its cells are that stage's quantities. */
interface Headings {
  row: number;
  columns: Map<OutputColumn, number>;
  stages: Map<ProductionStage, number>;
}

/** Rows from the top in which headings are looked for. */
const HEADINGS_WITHIN = 20;
const LONGEST = { shift: 20, notes: 2000 } as const;

/** The numbers of the first sheet that has headings for them; null where none has. */
export function readOutputFile(sheets: readonly WorkbookSheet[], today: Day): OutputNumber[] | null {
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const grid = new Grid(sheet);
    const headings = headingsOf(grid);
    if (headings) return numbersOf(grid, headings, today);
  }
  return null;
}

function headingsOf(grid: Grid): Headings | null {
  for (const row of grid.rows.slice(0, HEADINGS_WITHIN)) {
    const columns = new Map<OutputColumn, number>();
    const stages = new Map<ProductionStage, number>();
    for (const { column, shown } of grid.cells(row)) {
      const meaning = meaningOf(shown);
      const stage = meaning ? null : stageOf(shown);
      if (meaning && !columns.has(meaning)) columns.set(meaning, column);
      if (stage && !stages.has(stage)) stages.set(stage, column);
    }
    const given = columns.has('quantity') ? columns.has('stage') : stages.size > 0;
    if (columns.has('day') && columns.has('orderNumber') && given) return { row, columns, stages };
  }
  return null;
}

function numbersOf(grid: Grid, { row: top, columns, stages }: Headings, today: Day): OutputNumber[] {
  const quantities: (readonly [ProductionStage | null, number])[] = columns.has('quantity')
    ? [[null, columns.get('quantity') ?? 0]]
    : [...stages];
  return grid.rows
    .filter((row) => row > top && !grid.isHidden(row))
    .flatMap((row) =>
      quantities.flatMap(([stage, column]) => {
        const cell = grid.cell(row, column);
        const place = (of: OutputColumn) => {
          const at = columns.get(of);
          return at === undefined ? null : grid.filled(row, at);
        };
        // A row without a quantity is a title; one that names its stage was meant to have one. A stage's column without any had none that day.
        if (!cell && (stage || !place('stage'))) return [];
        if (stage && cell && /^0*\.?0*$/.test(cell.shown)) return [];
        return [numberOf(row, stage, cell, place, today)];
      }),
    );
}

function numberOf(
  row: number,
  ofColumn: ProductionStage | null,
  cell: WorkbookCell | null,
  place: (of: OutputColumn) => WorkbookCell | null,
  today: Day,
): OutputNumber {
  const faults: OutputFault[] = [];
  const at: OutputNumber['at'] = {};
  const text = (of: OutputColumn): string | null => {
    const found = place(of);
    if (!found) return null;
    at[of] = found.address;
    return found.shown || null;
  };
  const wrong = (of: OutputColumn, sentence: string) => void faults.push({ cell: at[of] ?? `row ${row}`, sentence });
  const [orderNumber, style, colour, line, unitText] = (
    ['orderNumber', 'style', 'colour', 'line', 'unit'] as const
  ).map(text) as [string | null, string | null, string | null, string | null, string | null];
  if (cell) at.quantity = cell.address;
  if (!orderNumber) wrong('orderNumber', 'The order is missing.');

  const dayText = text('day');
  const day = dayText === null ? null : dayOf(place('day'), today);
  if (dayText === null) wrong('day', 'The day is missing.');
  else if (typeof day !== 'string') wrong('day', day?.sentence ?? '');

  const stageText = ofColumn ? null : text('stage');
  const stage = ofColumn ?? (stageText ? stageOf(stageText) : null);
  if (!stage)
    wrong(
      'stage',
      stageText
        ? `“${stageText}” is no stage: knitting, dyeing, finishing, cutting, sewing or packing.`
        : 'The stage is missing.',
    );

  const unitWords = unitText ? (UNIT_WORDS[unitText.toLowerCase().replace(/[.\s]/g, '')] ?? null) : null;
  if (unitText && !unitWords) wrong('unit', `“${unitText}” is no unit: kg, g, lbs, m, yd, pcs or rolls.`);
  const read = cell ? quantityOf(cell) : null;
  const quantity = read?.kind === 'quantity' ? read.value : null;
  const own = read?.kind === 'quantity' ? read.unit : null;
  const unit = own ?? unitWords ?? (stage && !unitText ? usualUnit(stage) : null);
  if (!cell) wrong('quantity', 'The quantity is missing.');
  else if (read?.kind === 'impossible') wrong('quantity', read.reason);
  else if (!quantity) wrong('quantity', `“${cell.shown}” is no quantity.`);
  else if (unit && decimalsOf(quantity) > UNIT_DECIMALS[unit])
    wrong('quantity', `${unitWord(unit)} have at most ${UNIT_DECIMALS[unit]} decimals.`);
  if (own && unitWords && own !== unitWords)
    wrong('unit', `The quantity says ${unitWord(own)}, the unit ${unitWord(unitWords)}.`);

  const [shift, notes] = [text('shift'), text('notes')];
  for (const [of, value] of [
    ['shift', shift],
    ['notes', notes],
  ] as const)
    if (value && value.length > LONGEST[of]) wrong(of, `At most ${LONGEST[of]} characters.`);
  return {
    ...{
      row,
      cell: cell?.address ?? `row ${row}`,
      orderNumber,
      style,
      colour,
      line,
      stage,
      quantity,
      unit,
      shift,
      notes,
    },
    day: typeof day === 'string' ? day : null,
    at,
    faults,
  };
}

function dayOf(cell: WorkbookCell | null, today: Day): Day | { sentence: string } {
  const read =
    cell?.kind === 'date' && typeof cell.value === 'string'
      ? ({ kind: 'date', date: cell.value } as const)
      : readDateText(cell?.shown ?? '', today);
  if (read.kind === 'impossible')
    return { sentence: `${read.reason}${read.suggestion ? ` Is it ${dayWords(read.suggestion)}?` : ''}` };
  if (read.kind === 'words') return { sentence: `“${cell?.shown ?? ''}” is no day.` };
  if (read.date > today) return { sentence: `${dayWords(read.date)} is still to come.` };
  return read.date;
}

const quantityOf = (cell: WorkbookCell): QuantityReading =>
  typeof cell.value === 'number' ? quantityOfNumber(cell.value) : readQuantity(cell.shown);

const decimalsOf = (quantity: string): number => quantity.split('.')[1]?.length ?? 0;
