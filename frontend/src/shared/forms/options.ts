import type { LineDto } from '../api/generated';
import type { Option } from '../ui/Input';

export type Unit = LineDto['unit'];

const unitNames: Record<Unit, string> = {
  pieces: 'pcs',
  yards: 'yd',
  meters: 'm',
  kg: 'kg',
  g: 'g',
  lbs: 'lbs',
  rolls: 'rolls',
};

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
