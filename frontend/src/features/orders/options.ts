import { statusLabel } from '@/shared/ui/Badge';
import type { Option } from '@/shared/ui/Input';
import { orderTypes, statuses, typeNames, type Unit, unitNames } from './vocabulary';

export const statusOptions: readonly Option[] = statuses.map((value) => ({ value, label: statusLabel(value) }));
export const typeOptions: readonly Option[] = orderTypes.map((value) => ({ value, label: typeNames[value] }));

export const unitOptions: readonly Option<Unit>[] = (Object.keys(unitNames) as Unit[]).map((value) => ({
  value,
  label: unitNames[value],
}));

/** The currencies that a house deals in. */
const currencies = ['USD', 'EUR', 'GBP', 'BDT', 'CNY', 'INR', 'JPY'];

/** @param present what is chosen already, also where it is none of the usual */
export function currencyOptions(present: string): readonly Option[] {
  return [...new Set([...currencies, present])].filter(Boolean).map((value) => ({ value, label: value }));
}
