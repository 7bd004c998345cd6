/** The trade's own words for where an order stands. The values are those of the data that is taken over. */
export const ORDER_STATUSES = ['upcoming', 'in_development', 'running', 'bulk', 'completed', 'archived'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const ORDER_CATEGORIES = ['upcoming', 'running', 'archived'] as const;
export type OrderCategory = (typeof ORDER_CATEGORIES)[number];

/** What a process loss is a percentage of: the finished fabric that comes out, or the greige that goes in. */
export const PROCESS_LOSS_BASES = ['output', 'input'] as const;
export type ProcessLossBasis = (typeof PROCESS_LOSS_BASES)[number];

/** Foreign: shipped to the buyer abroad. Local: delivered to a garment maker in the country. */
export const ORDER_TYPES = ['foreign', 'local'] as const;
export type OrderType = (typeof ORDER_TYPES)[number];

/** Set by hand; `Delivered` comes with a delivery. */
export const STAGES = ['Design', 'Greige', 'Let Me Know', 'In Development', 'Production', 'Delivered'] as const;
export type Stage = (typeof STAGES)[number];

export const APPROVAL_TYPES = [
  'labDip',
  'strikeOff',
  'handloom',
  'aop',
  'qualityTest',
  'quality',
  'bulkSwatch',
  'price',
  'ppSample',
] as const;
export type ApprovalType = (typeof APPROVAL_TYPES)[number];

export const APPROVAL_STATUSES = ['submission', 'resubmission', 'approved', 'rejected', 'cleared'] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];

/** A gate: one of the nine that every house knows, or one of a line's own. */
export type GateKey = ApprovalType | `custom_${string}`;

/** Where a gate stands once something was recorded on it. */
export const GATE_STATUSES = ['submission', 'resubmission', 'approved', 'rejected'] as const;
export type GateStatus = (typeof GATE_STATUSES)[number];

/** Where each gate of a line stands; a gate that was never touched, or was cleared, is absent. */
export type Approvals = Partial<Record<ApprovalType, GateStatus>> & Record<`custom_${string}`, GateStatus>;

/** SQL list of values for a CHECK: `'a', 'b'`. */
export const sqlList = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** How a line stands against its ETD, by working days of slack. */
export const URGENCIES = ['late', 'at_risk', 'watch', 'fine'] as const;
export type Urgency = (typeof URGENCIES)[number];
