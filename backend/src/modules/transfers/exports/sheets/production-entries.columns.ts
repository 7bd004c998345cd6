import { quantityText } from '../../../../platform/values/quantity';
import { unitWord } from '../../../../platform/values/words';
import { day, formOf, number, text, type Column, type SheetForm, type Written } from '../sheet';
import { STAGE_NAMES } from './names';

/** The fields of an entry, each by its property. */
export const ENTRY_FIELDS = {
  date: 'entry.entryDate',
  orderNumber: 'order.orderNumber',
  customerName: 'order.customerName',
  merchandiser: 'merchandiser.fullName',
  style: 'style.styleNumber',
  colorCode: 'line.colorCode',
  colorName: 'line.colorName',
  cadCode: 'line.cadCode',
  cadName: 'line.cadName',
  part: 'line.part',
  stage: 'entry.stage',
  quantity: 'entry.quantity',
  unit: 'entry.unit',
  shift: 'entry.shift',
  notes: 'entry.notes',
  enteredBy: 'person.fullName',
  reason: 'entry.reason',
};

const joined = (...names: (string | null)[]): string | null => names.filter(Boolean).join(' · ') || null;

const COLUMNS: readonly Column<Written<typeof ENTRY_FIELDS>>[] = [
  day('Day', (row) => row.date),
  text('Order no.', 18, (row) => row.orderNumber),
  text('Customer', 22, (row) => row.customerName),
  text('Style', 16, (row) => row.style),
  text('Colour', 20, (row) => joined(row.colorCode, row.colorName)),
  text('CAD', 16, (row) => joined(row.cadCode, row.cadName)),
  number('Part', 6, (row) => (Number(row.part) > 1 ? row.part : null)),
  text('Stage', 11, (row) => row.stage && (STAGE_NAMES[row.stage] ?? null)),
  number('Quantity', 12, (row) => row.quantity && quantityText(row.quantity)),
  text('Unit', 7, (row) => row.unit && unitWord(row.unit)),
  text('Shift', 10, (row) => row.shift),
  text('Merchandiser', 18, (row) => row.merchandiser),
  text('Entered by', 18, (row) => row.enteredBy),
  text('Corrected because', 30, (row) => row.reason),
  text('Notes', 40, (row) => row.notes),
];

export const productionEntriesForm = (): SheetForm => formOf(ENTRY_FIELDS, COLUMNS);
