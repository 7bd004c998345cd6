/** How much a workbook may cost. A buying house's plan is some hundred rows; these leave it room and a hostile file none. */
export interface WorkbookLimits {
  /** Of the file as uploaded. */
  bytes: number;
  /** Of everything inside an .xlsx once unpacked. */
  unpackedBytes: number;
  /** Unpacked size over packed size; ordinary sheets stay below 50. */
  packingRatio: number;
  /** Files inside an .xlsx. */
  zipEntries: number;
  sheets: number;
  /** Rows that hold something, per sheet. */
  rows: number;
  /** How far down a sheet is looked at: sheets formatted to their last row are common. */
  depth: number;
  columns: number;
  /** Cells that hold something, in all sheets together. */
  cells: number;
  /** Of the text in one cell; longer text is refused where it is used. */
  cellText: number;
  /** For opening the file, in milliseconds. */
  time: number;
  /** For opening the file, in megabytes of heap. */
  memory: number;
}

const MEGABYTE = 1024 * 1024;

export const workbookLimits: WorkbookLimits = {
  bytes: 10 * MEGABYTE,
  unpackedBytes: 32 * MEGABYTE,
  packingRatio: 200,
  zipEntries: 1000,
  sheets: 100,
  rows: 2000,
  depth: 20_000,
  columns: 256,
  cells: 100_000,
  cellText: 4000,
  time: 10_000,
  memory: 384,
};
