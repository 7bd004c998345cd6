/**
 * What is known of a file: `unscanned`, no scanner was named when it came; `pending` and `failed`, it waits for one (that
 * was away, in the second case, and is asked again); `infected`, it is held.
 */
export const SCAN_STATES = ['unscanned', 'pending', 'clean', 'infected', 'failed'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

export interface ScanFacts {
  state: ScanState;
  /** What was found in it, as the scanner calls it. */
  threat: string | null;
}

/** A file that no scan was ever asked for has no row. */
export const UNSCANNED: ScanFacts = { state: 'unscanned', threat: null };

/** Of the file whose key is in that column, as a column of the row that carries it. `scans` names the column to whoever looks for files. */
export const scanFactsSql = (column: string) =>
  Object.assign(
    (alias: string) =>
      `SELECT jsonb_build_object('state', state, 'threat', threat) FROM file_scans WHERE key = ${alias}.${column}`,
    { scans: column },
  );

/** The column of keys that such a column tells of; undefined of any other. */
export const scannedColumn = (query: unknown): string | undefined => (query as { scans?: string } | undefined)?.scans;
