import { gateName, heldBy, holders, knownGates, statusLook } from '@/shared/gates/vocabulary';
import { sentenceCase } from '@/shared/lib/format';
import type { Filter } from '@/shared/ui/FilterBar';
import { type ApprovalsSearch, type ApprovalsTableSearch, gateStates } from './search';

type Both = Pick<ApprovalsSearch & ApprovalsTableSearch, 'gateKey' | 'whose'>;

const gateFilter: Filter<Both> = {
  kind: 'many',
  key: 'gateKey',
  label: 'Gate',
  options: knownGates.map((value) => ({ value, label: gateName(value) })),
};
const mineFilter: Filter<Both> = {
  kind: 'one',
  key: 'whose',
  label: 'Whose',
  options: [{ value: 'mine', label: 'Mine' }],
};

/** @param seesAll whether the person sees the orders of others too */
export function boardFilters(seesAll: boolean): Filter<ApprovalsSearch>[] {
  return [
    gateFilter,
    ...(seesAll ? [mineFilter] : []),
    {
      kind: 'one',
      key: 'group',
      label: 'Group',
      options: [
        { value: 'colour', label: 'By colour' },
        { value: 'order', label: 'By order' },
        { value: 'mill', label: 'By mill' },
      ],
    },
  ];
}

/** @param seesAll whether the person sees the orders of others too */
export function tableFilters(seesAll: boolean): Filter<ApprovalsTableSearch>[] {
  return [
    gateFilter,
    {
      kind: 'many',
      key: 'holder',
      label: 'Waits',
      options: holders.map((value) => ({ value, label: sentenceCase(heldBy[value]) })),
    },
    {
      kind: 'many',
      key: 'status',
      label: 'State',
      options: gateStates.map((value) => ({
        value,
        label: statusLook(value === 'untouched' ? null : value).word,
      })),
    },
    { kind: 'one', key: 'overdue', label: 'Late', options: [{ value: 'true', label: 'Late only' }] },
    ...(seesAll ? [mineFilter] : []),
  ];
}
