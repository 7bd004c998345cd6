import type { QueueDto } from '@/shared/api/generated';

/** Each by its name in addresses. */
export const queues = [
  'domain-events',
  'discarded-files',
  'file-scans',
  'stale-uploads',
  'storage-sweeps',
  'document-thumbnails',
  'trash-purge',
  'plan-forecasts',
  'line-outputs',
  'house-figures',
  'credit-checks',
  'credit-clocks',
  'order-profits',
  'alerts',
  'exports',
  'export-papers',
  'export-sweep',
  'digests',
  'proforma-mails',
  'backups',
  'account-mails',
  'mails',
] as const satisfies QueueDto['name'][];
