import type { Actor } from '../../auth/access/actor';
import type { User } from '../../auth/users/user.entity';
import type { Order } from '../order/order.entity';
import type { DeletionRequest } from './deletion-request.entity';

type Person = Pick<User, 'id' | 'isActive'>;
type By = Pick<Actor, 'id' | 'role'>;

const isManager = ({ role }: By): boolean => role === 'manager' || role === 'admin';

/** Whether somebody is here to be asked: known, and with us. */
export const isHere = (person: Person | null | undefined): person is Person => !!person?.isActive;

/** An admin, who made the order, anybody where nobody knows who did, and a manager where that person has left. */
export function mayDelete(order: Pick<Order, 'createdById' | 'createdBy'>, actor: By): boolean {
  if (actor.role === 'admin' || order.createdById === actor.id || order.createdById === null) return true;
  return isManager(actor) && !isHere(order.createdBy);
}

/** Who made the order; an admin, who might delete it anyway; where the former has left, a manager. Nobody answers themselves. */
export function mayAnswer(
  request: Pick<DeletionRequest, 'approver' | 'approverId' | 'requesterId'>,
  actor: By,
): boolean {
  if (request.requesterId === actor.id) return false;
  if (actor.role === 'admin' || request.approverId === actor.id) return true;
  return isManager(actor) && !isHere(request.approver);
}
