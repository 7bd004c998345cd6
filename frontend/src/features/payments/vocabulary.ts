import type { ReceivableDto } from '@/shared/api/generated';
import type { Option } from '@/shared/ui/Input';

export type PaymentMethod = NonNullable<ReceivableDto['method']>;
export type TenorStart = NonNullable<ReceivableDto['tenorFrom']>;

export const methods = ['tt', 'dp', 'da', 'lc'] as const satisfies PaymentMethod[];

/** As it is written on papers. */
export const methodNames: Record<PaymentMethod, string> = { tt: 'TT', dp: 'D/P', da: 'D/A', lc: 'LC' };

const methodWords: Record<PaymentMethod, string> = {
  tt: 'TT: transfer',
  dp: 'D/P: documents against payment',
  da: 'D/A: documents against acceptance',
  lc: 'LC: letter of credit',
};
export const methodOptions: Option[] = methods.map((value) => ({ value, label: methodWords[value] }));

const startNames: Record<TenorStart, string> = {
  invoice: 'the invoice',
  shipment: 'shipment',
  arrival: 'arrival',
  sight: 'sight',
  acceptance: 'acceptance',
};

/** From what the days of each may count, the usual first; the server refuses the rest. */
const startsOf: Record<PaymentMethod, readonly TenorStart[]> = {
  tt: ['invoice', 'shipment', 'arrival'],
  dp: ['sight'],
  da: ['shipment', 'sight', 'acceptance', 'invoice'],
  lc: ['sight', 'shipment', 'acceptance', 'invoice'],
};

export function startOptions(method: string): Option[] {
  const known = methods.find((each) => each === method);
  return known ? startsOf[known].map((value) => ({ value, label: startNames[value] })) : [];
}

/** `LC, at sight`; `TT, 30 days after the invoice`; null while nobody said. */
export function termsWords({
  method,
  tenorDays,
  tenorFrom,
}: Pick<ReceivableDto, 'method' | 'tenorDays' | 'tenorFrom'>) {
  if (!method || tenorDays === null || !tenorFrom) return null;
  const name = methodNames[method];
  if (tenorDays === 0) return `${name}, ${tenorFrom === 'sight' ? 'at sight' : `on ${startNames[tenorFrom]}`}`;
  return `${name}, ${tenorDays} ${tenorDays === 1 ? 'day' : 'days'} after ${startNames[tenorFrom]}`;
}

export const states = ['open', 'overpaid', 'settled'] as const;
export const stateNames = { open: 'Outstanding', overpaid: 'Paid too much', settled: 'Settled' } as const;
