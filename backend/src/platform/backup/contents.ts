import { z } from 'zod';

/** Of the archive's layout; a reader refuses one that it does not know. */
export const FORMAT = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** The first entry of a backup: what has to be known before its rows are read. */
export const headerSchema = z.object({
  format: z.number().int(),
  version: z.string(),
  /** The instant whose state it holds. */
  asOf: z.iso.datetime(),
  migrations: z.array(z.string()),
  /** Tells whether this house signs with the same SECRET_KEY, and nothing of the key. */
  keyMark: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1) })),
});

/** The last entry: what all before it must add up to. */
export const manifestSchema = z.object({
  tables: z.array(z.object({ name: z.string(), rows: count, bytes: count, sha256 })),
  files: z.array(z.object({ key: z.string(), size: count, sha256 })),
  /** Files that rows named and that the storage no longer had. */
  missing: z.array(z.string()),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  /** Of the jobs that were still to be done. */
  queues: z.array(z.string()),
  headerSha256: sha256,
});

export type Header = z.infer<typeof headerSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
export type TableCopy = Manifest['tables'][number];
export type FileCopy = Manifest['files'][number];

export interface Contents {
  header: Header;
  manifest: Manifest;
}

export const rowsIn = ({ tables }: Manifest): number => tables.reduce((sum, { rows }) => sum + rows, 0);
