import { statusLabel } from '@/shared/ui/Badge';
import type { Option } from '@/shared/ui/Input';
import { orderTypes, statuses, typeNames } from './vocabulary';

export const statusOptions: readonly Option[] = statuses.map((value) => ({ value, label: statusLabel(value) }));
export const typeOptions: readonly Option[] = orderTypes.map((value) => ({ value, label: typeNames[value] }));
export const lossBasisOptions: readonly Option[] = [
  { value: 'output', label: 'on output: of the finished fabric' },
  { value: 'input', label: 'on input: of the greige' },
];
