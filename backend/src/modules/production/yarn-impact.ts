import Decimal from 'decimal.js';
import { convertQuantity, type Unit } from '../../platform/values/quantity';
import { quantityWords } from '../../platform/values/words';
import { touches } from '../orders/revision/figures';
import type { Affected, FigureChange, OrderImpact } from '../orders/revision/order-impact';

interface Made {
  quantity: string | null;
  unit: string | null;
}

/** Yarn and finished fabric were worked out for the quantity as it was. */
export const yarnImpact: OrderImpact = {
  affectedBy(change: FigureChange): Promise<Affected[]> {
    const { figures, line, before, after } = change;
    if (!touches(figures, 'quantity', 'unit')) return Promise.resolve([]);
    const was = line ? before.lines.find(({ id }) => id === line.id) : before.order;
    const is = line ?? after.order;
    const needs = [
      ...(line?.yarnRequired ? [['Yarn to book', line.yarnRequired, 'kg'] as const] : []),
      ...(is.finishedFabricQuantity
        ? [['Finished fabric needed', is.finishedFabricQuantity, is.finishedFabricUnit ?? 'kg'] as const]
        : []),
    ];
    return Promise.resolve(
      needs.map(([title, quantity, unit]) => ({
        kind: 'yarn',
        id: null,
        title,
        sentence: `${quantityWords(quantity, unit)} were worked out for ${amountWords(was)}${inProportion(was, is, quantity, unit)}.`,
      })),
    );
  },
};

const amountWords = (made: Made | undefined): string =>
  made?.quantity && made.unit ? quantityWords(made.quantity, made.unit) : 'another quantity';

/** `; for 40,000 pcs it would be about 8,557 kg`, where the units convert; else the asking to work it out anew. */
function inProportion(was: Made | undefined, is: Made, quantity: string, unit: string): string {
  if (!is.quantity || !is.unit || !was?.quantity || !was.unit) return '';
  const wanted = convertQuantity(is.quantity, is.unit as Unit, was.unit as Unit);
  if (!wanted) return ' and have to be worked out anew';
  const needed = new Decimal(quantity).times(wanted).div(was.quantity).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  return `; for ${quantityWords(is.quantity, is.unit)} it would be about ${quantityWords(needed, unit)}`;
}
