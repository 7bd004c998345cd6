import type { OrderLine } from '../../orders/line/line.entity';
import { lineLabel } from '../../orders/line/lines.dto';
import { isSameNumber } from '../../orders/order/orders.repository';
import type { OutputFault, OutputNumber } from './output-file';

type Named = Pick<OutputNumber, 'orderNumber' | 'style' | 'colour' | 'line' | 'at'>;

const same = (one: string | null, other: string): boolean => plain(one ?? '') === plain(other);
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s·/_-]+/g, ' ')
    .trim();

/**
 * Which line a row is about: by its order's number, and as far as it needs them by style, colour, or the line as people name it.
 * @param lines those that the reader may write of, with order and style
 */
export function lineOf(named: Named, lines: readonly OrderLine[]): OrderLine | OutputFault {
  const { orderNumber, style, colour, line, at } = named;
  const fault = (of: keyof Named['at'], sentence: string): OutputFault => ({
    cell: at[of] ?? at.orderNumber ?? '',
    sentence,
  });
  const ofOrder = lines.filter((each) => isSameNumber(orderNumber ?? '', each.order.orderNumber));
  if (!ofOrder.length)
    return fault('orderNumber', `There is no order ${orderNumber ?? ''} with lines that you may write of.`);
  const steps = [
    ['line', line, (each: OrderLine) => [lineLabel(each, each.style.styleNumber)]],
    ['style', style, (each: OrderLine) => [each.style.styleNumber]],
    ['colour', colour, (each: OrderLine) => [each.colorName, each.colorCode, each.cadName, each.cadCode]],
  ] as const;
  let left = ofOrder;
  for (const [of, words, names] of steps) {
    if (!words) continue;
    const fit = left.filter((each) => names(each).some((name) => name !== null && same(words, name)));
    if (!fit.length) return fault(of, `${orderNumber ?? ''} has no ${of} “${words}”; it has ${namesOf(left, names)}.`);
    left = fit;
  }
  const [found, ...others] = left;
  if (found && !others.length) return found;
  return fault(
    'orderNumber',
    `${left.length} lines fit: name the style and the colour, or the line as ${namesOf(left, steps[0][2])}.`,
  );
}

/** Of what may be meant, the first four. */
function namesOf(lines: readonly OrderLine[], names: (line: OrderLine) => readonly (string | null)[]): string {
  const all = [...new Set(lines.flatMap((line) => names(line).slice(0, 1)).filter((name) => name !== null))];
  const more = all.length > 4 ? ` and ${all.length - 4} more` : '';
  return all.length
    ? `${all
        .slice(0, 4)
        .map((name) => `“${name}”`)
        .join(', ')}${more}`
    : 'none';
}
