import type { Response } from 'express';

/** A reader that takes nothing for so long is gone. */
const PATIENCE_MS = 10_000;

/** Whoever reads an answer: takes what is written, and is waited for where it is slower. */
export class AnswerReader {
  private wake: () => void = () => undefined;

  constructor(private readonly response: Response) {
    // Once for all of it: what compresses an answer never lets go of who waits for it to drain.
    response.on('drain', () => this.wake());
    response.on('close', () => this.wake());
  }

  /** @throws when the reader is gone */
  async take(text: string | Uint8Array): Promise<void> {
    if (this.response.destroyed) throw new Error('The reader has gone.');
    if (this.response.write(text)) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The reader takes nothing.')), PATIENCE_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
