import { once } from 'node:events';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../../../platform/jobs/thread';
import type { Cell, LooseRow, Sheet } from './sheet';
import type { SheetOrder, SheetTask } from './sheet-writer.worker';

/** Megabytes of heap: rows come in batches, and none is kept. */
const MEMORY = 128;

/** A workbook (.xlsx) that is written row by row, in a thread of its own: the rest of the process goes on meanwhile. */
export class SheetWriter {
  private readonly thread: Worker;

  constructor(path: string, { name, title, headings, frozenColumns }: Sheet) {
    const plain = headings.map(({ text, kind, width }) => ({ text, kind, width })); // functions do not travel
    const task: SheetTask = { path, name, title, headings: plain, frozenColumns };
    this.thread = startThread(join(__dirname, 'sheet-writer.worker'), task, { memory: MEMORY });
  }

  /** Comes back once the rows are written, so that no more than one batch waits. */
  async write(rows: readonly (readonly Cell[])[]): Promise<void> {
    await this.order({ rows });
  }

  /** @param about lines of a page of their own */
  async close(closing: LooseRow | null, about: readonly string[]): Promise<void> {
    await this.order({ close: closing, about });
    await this.thread.terminate();
  }

  /** Leaves it as it is; the file is nobody's. */
  async abandon(): Promise<void> {
    await this.thread.terminate();
  }

  private async order(order: SheetOrder): Promise<void> {
    const answered = once(this.thread, 'message');
    this.thread.postMessage(order);
    await answered; // or the thread's error
  }
}
