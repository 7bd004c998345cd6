import { setPriority } from 'node:os';

/**
 * Leaves a process (this one, unless another is named) less of the machine than the others where all want it: `nice`, from 0
 * to 19 for the least. Where that is not allowed, or the process has just ended, everything stays as it is.
 */
export function standBack(niceness: number, pid = process.pid): void {
  try {
    setPriority(pid, niceness);
  } catch {
    // It works all the same.
  }
}
