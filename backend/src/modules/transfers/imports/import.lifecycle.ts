import { Lifecycle } from '../../../platform/lifecycle/lifecycle';

export const IMPORT_STATUSES = ['draft', 'committed', 'discarded'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** A workbook is looked at and corrected as a draft; then it becomes orders, once, or nothing. */
export const importLifecycle = new Lifecycle<ImportStatus>('import', {
  draft: ['committed', 'discarded'],
  committed: [],
  discarded: [],
});
