import type { TaskDto } from '@/shared/api/generated';
import { anOrder, pageOf } from './orders';
import type { Answer } from './server';

export const rina = { id: 'rina', email: 'rina@house.test', fullName: 'Rina Akter', role: 'merchandiser' as const };
export const tanvir = { id: 'tanvir', email: 't@house.test', fullName: 'Tanvir Ahmed', role: 'manager' as const };
export const john = { id: 'john', email: 'j@house.test', fullName: 'John Smith', role: 'merchandiser' as const };

/** What every screen with tasks or comments asks of the house: who is there, what Rina may, and her order. */
export const house: Record<string, () => Answer> = {
  'GET /api/v1/auth/capabilities/': () => ({
    body: { capabilities: { 'task.write': 'own', 'comment.write': 'own' } },
  }),
  'GET /api/v1/auth/users/colleagues/': () => ({
    body: pageOf(...[rina, tanvir, john].map((person) => ({ ...person, department: null }))),
  }),
  'GET /api/v1/orders/order-1/': () => ({ body: anOrder({ id: 'order-1', merchandiser: rina }) }),
};

/** A task of Rina's as the API answers her; name only what the test is about. */
export function aTask(given: Partial<TaskDto> = {}): TaskDto {
  return {
    id: 'task-1',
    orderId: 'order-1',
    orderNumber: 'PO-1182',
    customerName: 'ANABIA',
    orderLineId: 'line-1',
    lineLabel: 'MT-2291 · White',
    title: 'Chase the mill',
    description: null,
    assignedTo: { id: 'rina', fullName: 'Rina Akter' },
    assignedBy: { id: 'tanvir', fullName: 'Tanvir Ahmed' },
    status: 'pending',
    nextStatuses: ['in_progress', 'completed', 'cancelled'],
    editable: true,
    priority: 'high',
    dueDate: '2026-11-24',
    closesWithGate: 'labDip',
    completedAt: null,
    metadata: {},
    createdAt: '2026-11-10T08:00:00Z',
    updatedAt: '2026-11-10T08:00:00Z',
    rowVersion: 1,
    ...given,
  };
}
