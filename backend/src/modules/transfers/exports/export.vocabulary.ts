/** What can be taken out of the house. */
export const SHEET_KINDS = ['orders', 'tna', 'production_days', 'production_entries'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

export const EXPORT_KINDS = [...SHEET_KINDS, 'purchase_order'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** As a file's page, its name and people call it. */
export const EXPORT_NAMES: Record<ExportKind, string> = {
  orders: 'Orders',
  tna: 'T&A',
  production_days: 'Production by day',
  production_entries: 'Production by line',
  purchase_order: 'Purchase order',
};

/** What the worker makes. CSV is no job: it is streamed in the answer. */
export const EXPORT_FORMATS = ['xlsx', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file is kept for so long; then it is gone, and asked for anew. */
export const KEPT_DAYS = 7;
