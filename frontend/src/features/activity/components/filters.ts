import type { Filter } from '@/shared/ui/FilterBar';
import type { ActivityFilters } from '../api';
import { looks, subjects } from '../vocabulary';

/** What any history can be narrowed to. @param people of the house */
export function filtersFor(
  people: readonly { id: string; fullName: string }[],
): Filter<Omit<ActivityFilters, 'line'>>[] {
  return [
    {
      kind: 'many',
      key: 'about',
      label: 'About',
      options: subjects.map((value) => ({ value, label: looks[value].label })),
    },
    {
      kind: 'one',
      key: 'person',
      label: 'Person',
      options: people.map(({ id, fullName }) => ({ value: id, label: fullName })),
    },
    { kind: 'days', from: 'from', to: 'to', label: 'Happened' },
    { kind: 'one', key: 'late', label: 'Recorded', options: [{ value: 'true', label: 'Late' }] },
  ];
}
