import { InvalidInput } from '../../../platform/errors/domain-error';
import { lineAmount, sumMoney, type Money } from '../../../platform/values/money';
import { fitsUnit, UNIT_DECIMALS, type Unit } from '../../../platform/values/quantity';
import { unitWord } from '../../../platform/values/words';
import type { OrderLine } from '../../orders/line/line.entity';
import { partWords } from '../../orders/line/lines.dto';
import { ProformaInvoiceLine } from './proforma-invoice-line.entity';

/** What a person may write on a line of a PI; what is left out stays, or is as the order has it. */
export interface WrittenLine {
  orderLineId: string;
  quantity?: string;
  price?: string;
  style?: string;
  colour?: string | null;
  description?: string | null;
  composition?: string | null;
  construction?: string | null;
  gsm?: string | null;
  width?: string | null;
  hsCode?: string | null;
}

/** Of these a line of a PI is made. */
export interface LineSources {
  /** Of the order, by their ids. */
  orderLines: ReadonlyMap<string, OrderLine>;
  /** The chosen offers' ids, by line. */
  offers: ReadonlyMap<string, string>;
  /** As the PI has them, by the order's lines. */
  standing: ReadonlyMap<string, ProformaInvoiceLine>;
}

/** The lines of a PI and what they come to. */
export interface Invoiced {
  lines: ProformaInvoiceLine[];
  total: Money;
}

/**
 * The lines of a PI as they are asked for: what is not typed is as the PI has it, else as the order does. The amount of
 * each is rounded once; the total is their sum (docs/domain/money.md).
 * @throws InvalidInput 400 at the line's own field: not of this order, asked for twice, in another currency, without a
 * quantity or price, or with a fraction that its unit does not know
 */
export function invoiceLines(written: readonly WrittenLine[], sources: LineSources, currency?: string): Invoiced {
  const seen = new Set<string>();
  let shared = currency;
  const lines = written.map((asked, index) => {
    const refuse = (field: keyof WrittenLine, sentence: string): never => {
      throw new InvalidInput({ [`lines.${index}.${field}`]: [sentence] }, sentence);
    };
    const orderLine = sources.orderLines.get(asked.orderLineId);
    if (!orderLine) return refuse('orderLineId', 'There is no such line in this order.');
    if (seen.has(orderLine.id)) return refuse('orderLineId', 'This line stands on the PI already.');
    seen.add(orderLine.id);
    shared ??= orderLine.currency;
    if (orderLine.currency !== shared)
      return refuse('orderLineId', `This line is in ${orderLine.currency}: a PI is in one currency, here ${shared}.`);

    const base = sources.standing.get(orderLine.id) ?? carriedOver(orderLine, sources.offers.get(orderLine.id));
    const quantity = asked.quantity ?? base.quantity ?? refuse('quantity', 'This line has no quantity yet: give one.');
    const price = asked.price ?? base.price ?? refuse('price', 'This line has no price yet: give one.');
    const unit = base.unit;
    if (!fitsUnit(quantity, unit))
      return refuse('quantity', `A quantity in ${unitWord(unit)} has at most ${UNIT_DECIMALS[unit]} decimals.`);
    const { orderLineId: _, ...typed } = asked;
    return Object.assign(new ProformaInvoiceLine(), {
      ...base,
      ...typed,
      ...{ quantity, price, unit, position: index + 1 },
      amount: lineAmount(quantity, price, shared).toFixed(),
    });
  });
  const [total] = sumMoney(lines.map(({ amount }) => ({ amount, currency: shared ?? '' })));
  return { lines, total: total ?? { amount: '0', currency: shared ?? '' } };
}

/** A line of the order as a PI tells it. */
function carriedOver(line: OrderLine, millOfferId: string | undefined) {
  const { style } = line;
  const design = [line.colorName ?? line.colorCode, line.cadName ?? line.cadCode, partWords(line)];
  return {
    orderLineId: line.id,
    millOfferId: millOfferId ?? null,
    style: style.styleNumber,
    colour: design.filter(Boolean).join(' · ') || null,
    description: style.fabricType,
    composition: style.fabricComposition,
    construction: style.construction,
    gsm: style.gsm,
    width: style.finishingWidth ?? style.cuttableWidth,
    hsCode: null,
    quantity: line.quantity,
    unit: line.unit as Unit,
    price: line.provaPrice,
    millPrice: line.millPrice,
    commission: line.commission,
  };
}
