import { Lifecycle } from '../../../platform/lifecycle/lifecycle';

export const EXPORT_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type ExportStatus = (typeof EXPORT_STATUSES)[number];

/** What is asked for is made once; who wants it again asks anew. */
export const exportLifecycle = new Lifecycle<ExportStatus>('export', {
  queued: ['running', 'failed', 'cancelled'],
  running: ['done', 'failed', 'cancelled'],
  done: [],
  failed: [],
  cancelled: [],
});
