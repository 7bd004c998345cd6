import { InvalidInput } from '../errors/domain-error';
import type { ListQuery } from './list-definition';
import { nearest } from './nearest';

/**
 * For a filter whose values are known only once all modules are there: what none of them has is a slip, and no empty list.
 * @throws InvalidInput 400 with the nearest known one
 */
export function refuseUnknown({ filters }: ListQuery, filter: string, known: readonly string[]): void {
  const wrong = filters[filter]?.find((value) => !known.includes(value));
  if (wrong === undefined) return;
  const guess = nearest(wrong, known);
  throw new InvalidInput(
    { [filter]: [`There is no ${wrong}${guess ? `; did you mean ${guess}?` : '.'}`] },
    'The list cannot be read like this.',
  );
}
