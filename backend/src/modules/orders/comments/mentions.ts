import type { Actor } from '../../auth/access/actor';
import { seesOrder } from '../order-scope';
import { CannotBeMentioned } from './comment.errors';

/** Somebody whom a text mentions: their name, and the role that decides what they see. */
export type Mentioned = Pick<Actor, 'id' | 'role' | 'fullName'>;

/**
 * A mention stands in the text as `@` and the full name, and is of somebody of the house who sees the order: whoever
 * does not would be told of a thing that they cannot open, so the refusal says to give them a task instead.
 * @param people those of `ids` who are active  @returns the ids in the order in which the text names them
 * @throws CannotBeMentioned 400 on `mentionedIds`
 */
export function mentionsOf(
  body: string,
  ids: readonly string[],
  people: readonly Mentioned[],
  order: { orderNumber: string; merchandiserId: string | null },
): string[] {
  const refusals = [...new Set(ids)].flatMap((id) => {
    const person = people.find((each) => each.id === id);
    if (!person) return ['There is no such colleague, or they are no longer active.'];
    if (!seesOrder(order, person, 'comment.read'))
      return [`${person.fullName} cannot see order ${order.orderNumber}. Leave the mention out, or give them a task.`];
    return body.includes(`@${person.fullName}`) ? [] : [`The text does not say @${person.fullName}.`];
  });
  if (refusals.length) throw new CannotBeMentioned(refusals);
  const place = ({ fullName }: Mentioned) => body.indexOf(`@${fullName}`);
  return [...people].sort((a, b) => place(a) - place(b)).map(({ id }) => id);
}
