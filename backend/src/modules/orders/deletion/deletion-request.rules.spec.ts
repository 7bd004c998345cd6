import type { Order } from '../order/order.entity';
import { deletionLifecycle } from './deletion-request.lifecycle';
import type { DeletionRequest } from './deletion-request.entity';
import { mayAnswer, mayDelete } from './deletion-request.rules';

const rina = { id: 'rina', role: 'merchandiser' } as const;
const rafi = { id: 'rafi', role: 'merchandiser' } as const;
const mira = { id: 'mira', role: 'manager' } as const;
const anik = { id: 'anik', role: 'admin' } as const;

const madeBy = (id: string | null, isActive = true) =>
  ({ createdById: id, createdBy: id ? { id, isActive } : null }) as unknown as Order;
const askedOf = (id: string | null, isActive = true, requesterId = 'rafi') =>
  ({ approverId: id, approver: id ? { id, isActive } : null, requesterId }) as unknown as DeletionRequest;

describe('who may delete an order', () => {
  it.each([
    ['who made it', madeBy('rina'), [true, false, false, true]],
    ['a manager where who made it has left', madeBy('rina', false), [true, false, true, true]],
    ['anybody who sees it where nobody knows who made it', madeBy(null), [true, true, true, true]],
  ])('%s, and an admin', (_, order, expected) => {
    expect([rina, rafi, mira, anik].map((actor) => mayDelete(order, actor))).toEqual(expected);
  });
});

describe('who answers a request to delete', () => {
  it.each([
    ['who made the order', askedOf('rina'), [true, false, false, true]],
    ['managers where that person has left', askedOf('rina', false), [true, false, true, true]],
    ['managers where nobody made it', askedOf(null), [false, false, true, true]],
    ['never who asks', askedOf(null, true, 'mira'), [false, false, false, true]],
  ])('%s, or an admin', (_, request, expected) => {
    expect([rina, rafi, mira, anik].map((actor) => mayAnswer(request, actor))).toEqual(expected);
  });

  it('is answered once', () => {
    for (const answered of ['approved', 'declined', 'withdrawn'] as const) {
      expect(deletionLifecycle.step('pending', answered)).toBe(answered);
      expect(deletionLifecycle.nextOf(answered)).toEqual([]);
    }
  });
});
