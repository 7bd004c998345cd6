import { once } from 'node:events';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../../../platform/jobs/thread';
import type { SheetKind } from './export.vocabulary';
import type { LooseRow, OtherStep } from './sheet';

/** Megabytes of heap: rows come in batches, and none is kept. */
const MEMORY = 64;
const YOUNG_MEMORY = 12;

/** What the thread is given: one file, whose rows come as messages. */
export interface SheetTask {
  kind: SheetKind;
  otherSteps: readonly OtherStep[];
  /** Of the workbook to write; null: the rows come back as CSV. */
  book: { path: string; name: string; title: readonly LooseRow[]; frozenColumns: number } | null;
}

/** `records`: rows as `readRecords` reads them. */
export type SheetOrder = { records: readonly string[] } | { close: readonly string[] };

/** What an order came to: how many rows, and what they are as CSV, in UTF-8. Handed over, not copied. */
export interface SheetAnswer {
  rows: number;
  csv: Uint8Array | null;
}

/** Rows of the database made into a file, in a thread of its own: the rest of the process goes on meanwhile. */
export class SheetWriter {
  private readonly thread: Worker;
  private fault: Error | null = null;

  constructor(task: SheetTask) {
    const entry = join(__dirname, 'sheet-writer.worker');
    this.thread = startThread(entry, task, { memory: MEMORY, youngMemory: YOUNG_MEMORY });
    this.thread.once('error', (fault: Error) => (this.fault = fault)); // who asks after it is told as well
  }

  /** Comes back once the rows are written, so that no more than one batch waits. */
  write(records: readonly string[]): Promise<SheetAnswer> {
    return this.order({ records });
  }

  /** The total below the rows, if there is one. @param about lines of a page of their own, in a workbook */
  async close(about: readonly string[]): Promise<SheetAnswer> {
    const answer = await this.order({ close: about });
    await this.thread.terminate();
    return answer;
  }

  /** Leaves it as it is; the file is nobody's. */
  async abandon(): Promise<void> {
    await this.thread.terminate();
  }

  private async order(order: SheetOrder): Promise<SheetAnswer> {
    if (this.fault) throw this.fault;
    const answered = once(this.thread, 'message') as Promise<[SheetAnswer]>; // its error ends that too
    this.thread.postMessage(order);
    return (await answered)[0];
  }
}
