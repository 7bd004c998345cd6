import { quantityText } from '../../../../platform/values/quantity';
import { unitWord } from '../../../../platform/values/words';
import { day, formOf, number, text, type Column, type SheetForm, type Written } from '../sheet';

/** The fields of an order's day, each by its property. */
export const DAY_FIELDS = {
  date: 'metric.date',
  orderNumber: 'order.orderNumber',
  customerName: 'order.customerName',
  merchandiser: 'merchandiser.fullName',
  unit: 'metric.unit',
  knitted: 'metric.knittedQuantity',
  dyed: 'metric.dyedQuantity',
  finished: 'metric.finishedQuantity',
  notes: 'metric.notes',
};

const COLUMNS: readonly Column<Written<typeof DAY_FIELDS>>[] = [
  day('Day', (row) => row.date),
  text('Order no.', 18, (row) => row.orderNumber),
  text('Customer', 22, (row) => row.customerName),
  text('Merchandiser', 18, (row) => row.merchandiser),
  number('Knitted', 12, (row) => row.knitted && quantityText(row.knitted)),
  number('Dyed', 12, (row) => row.dyed && quantityText(row.dyed)),
  number('Finished', 12, (row) => row.finished && quantityText(row.finished)),
  text('Unit', 7, (row) => row.unit && unitWord(row.unit)),
  text('Notes', 40, (row) => row.notes),
];

export const productionDaysForm = (): SheetForm => formOf(DAY_FIELDS, COLUMNS);
