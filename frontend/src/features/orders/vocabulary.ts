import type { OrderDto, RecordApprovalDto, StageDto } from '@/shared/api/generated';

export type OrderStatus = OrderDto['status'];
export type Gate = RecordApprovalDto['approvalType'];
export type GateState = Exclude<RecordApprovalDto['status'], 'cleared'>;
export type Stage = StageDto['stage'];

export const statuses = ['upcoming', 'in_development', 'running', 'bulk', 'completed', 'archived'] as const;
export const categories = ['upcoming', 'running', 'archived'] as const;
export const orderTypes = ['foreign', 'local'] as const;

/** `Delivered` comes with a delivery, not by choosing it. */
export const stages = ['Design', 'Greige', 'Let Me Know', 'In Development', 'Production'] as const satisfies Stage[];
export const delivered = 'Delivered';

export const gateNames: Record<Gate, string> = {
  labDip: 'Lab dip',
  strikeOff: 'Strike-off',
  handloom: 'Handloom',
  aop: 'AOP',
  qualityTest: 'Quality test',
  quality: 'Quality',
  bulkSwatch: 'Bulk swatch',
  price: 'Price',
  ppSample: 'PP sample',
};

export const gates = Object.keys(gateNames) as Gate[];

const states: readonly string[] = ['submission', 'resubmission', 'approved', 'rejected'] satisfies GateState[];

export interface GateAt {
  gate: Gate;
  state: GateState;
}

/** The gates that were touched, in the order in which a line passes them. */
export function gatesOf(approvalStatus: Record<string, unknown>): GateAt[] {
  return gates.flatMap((gate) => {
    const state = approvalStatus[gate];
    return typeof state === 'string' && states.includes(state) ? [{ gate, state: state as GateState }] : [];
  });
}

export const typeNames = { foreign: 'Foreign', local: 'Local' } as const;

/** Nothing leaves any more: days to its ETD say nothing. */
export function isClosed(order: { status: OrderStatus; actualDeliveryDate?: string | null }): boolean {
  return Boolean(order.actualDeliveryDate) || order.status === 'completed' || order.status === 'archived';
}
