import { decimalLess, readDecimal } from '@/shared/forms/decimals';

/** `a` and `b` together, both as the API writes numbers. */
export const decimalSum = (a: string, b: string): string => decimalLess(a, decimalLess('0', b));

/** What was typed; nothing, or no number, counts as 0. */
export const typed = (value: string | undefined): string => readDecimal(value ?? '') ?? '0';

/** What a payment pays: what reached us and what banks kept. */
export const paidOf = (amount: string | undefined, charges: string | undefined): string =>
  decimalSum(typed(amount), typed(charges));

const isMore = (a: string, b: string) => decimalLess(b, a).startsWith('-');

/** Gives to each in turn as much as it waits for, until nothing is left. @returns by id, `''` for those that get none */
export function allotted(paid: string, owed: readonly { id: string; outstanding: string }[]): Record<string, string> {
  let left = paid;
  return Object.fromEntries(
    owed.map(({ id, outstanding }) => {
      const part = isMore(left, outstanding) ? outstanding : left;
      left = decimalLess(left, part);
      return [id, part === '0' ? '' : part];
    }),
  );
}

/** The parts that are above nothing, as the API takes them. */
export const matchesOf = (parts: Record<string, string>) =>
  Object.entries(parts)
    .map(([receivableId, amount]) => ({ receivableId, amount: typed(amount) }))
    .filter(({ amount }) => amount !== '0');
