import Decimal from 'decimal.js';
import type { Money } from '../../../platform/values/money';
import { figuresOf, valueOf, type OwnFigures, type RolledLine } from '../../orders/line/roll-up';
import { AmountNeeded } from './proforma-invoice.errors';

/**
 * What a new PI is for: the amount that was typed, else the order's value, Σ quantity × our price. The value is taken
 * only where it is whole: every line priced, and in one currency (or the one that was named).
 * @throws AmountNeeded 400 where the order does not say
 */
export function askedAmount(
  order: OwnFigures,
  lines: readonly RolledLine[],
  typed: { amount?: string | undefined; currency?: string | undefined },
): Money {
  const figures = figuresOf(order, lines).filter(({ currency }) => !typed.currency || currency === typed.currency);
  const [value, ...others] = valueOf(figures);
  if (typed.amount) {
    if (!typed.currency && others.length)
      throw new AmountNeeded(['currency'], 'This order is in several currencies: say which one the amount is in.');
    return { amount: typed.amount, currency: typed.currency ?? value?.currency ?? order.currency };
  }
  if (others.length)
    throw new AmountNeeded(
      ['amount', 'currency'],
      'This order is in several currencies, which do not add up: give the amount and its currency.',
    );
  const unpriced = figures.filter(({ quantity, provaPrice }) => quantity === null || provaPrice === null).length;
  if (unpriced)
    throw new AmountNeeded(
      ['amount'],
      `${unpriced} of ${figures.length} lines ${unpriced === 1 ? 'has' : 'have'} no quantity or price yet, so the order has no full value: give the amount.`,
    );
  if (!value || new Decimal(value.amount).isZero())
    throw new AmountNeeded(
      ['amount'],
      `This order has no value${typed.currency ? ` in ${typed.currency}` : ''} yet: give the amount.`,
    );
  return value;
}
