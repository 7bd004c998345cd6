import { Injectable, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { inSnapshot, oneAhead } from '../../../platform/database/snapshot';
import { Transaction } from '../../../platform/database/transaction';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { contentDisposition } from '../../../platform/storage/file-types';
import type { Actor } from '../../auth/access/actor';
import { aboutLines, fileNameOf } from './about';
import { csvHead, csvLoose, textCell } from './csv';
import type { SheetKind } from './export.vocabulary';
import { ExportsAbout } from './exports-about';
import { ExportsBusy } from './exports.errors';
import { ExportSources } from './export-sources';
import { formOfKind } from './forms';
import { SheetWriter } from './sheet-writer';

/** Each holds a connection of the pool while it is read. */
const MOST_AT_ONCE = 3;
/** A reader that takes nothing for so long is gone. */
const PATIENCE_MS = 10_000;
const BYTE_ORDER_MARK = '\ufeff'; // Excel reads UTF-8 by it
const CSV = 'text/csv; charset=utf-8';

/** Rows as CSV in the answer itself: read in one snapshot, a batch at a time, as fast as they are taken. */
@Injectable()
export class CsvExports {
  private readonly logger = new Logger('exports');
  private open = 0;

  constructor(
    private readonly sources: ExportSources,
    private readonly about: ExportsAbout,
    private readonly transaction: Transaction,
  ) {}

  /** @throws ExportsBusy 503. Once rows have left, a fault breaks the answer off: a file without its last line is not whole. */
  async send(kind: SheetKind, asked: ListQuery, actor: Actor, response: Response): Promise<void> {
    if (this.open >= MOST_AT_ONCE) throw new ExportsBusy();
    this.open++;
    try {
      await this.stream(kind, asked, actor, response);
    } catch (error) {
      if (!response.headersSent) throw error;
      if (!response.destroyed) this.logger.error(`The export of ${kind} broke off: ${(error as Error).message}`);
      response.destroy();
    } finally {
      this.open--;
    }
  }

  private async stream(kind: SheetKind, asked: ListQuery, actor: Actor, response: Response): Promise<void> {
    const about = await this.about.of(kind, asked, actor);
    let rows = 0;
    await inSnapshot(this.transaction, async () => {
      const { title, otherSteps, batches } = await this.sources.of(kind).open(asked, actor);
      const fileName = fileNameOf(about, 'csv');
      response.setHeader('Content-Type', CSV);
      response.setHeader('Content-Disposition', contentDisposition({ fileName, contentType: CSV }));
      response.setHeader('Cache-Control', 'no-store');
      const { headings } = formOfKind(kind, otherSteps);
      const reader = new Reader(response);
      await reader.take(BYTE_ORDER_MARK + title.map(csvLoose).join('') + csvHead(headings));
      response.flush(); // whoever compresses would keep the first rows back
      const writer = new SheetWriter({ kind, otherSteps, book: null });
      try {
        for await (const records of oneAhead(batches())) {
          const written = await writer.write(records);
          rows += written.rows;
          if (written.csv) await reader.take(written.csv);
        }
        const { csv: total } = await writer.close([]);
        if (total) await reader.take(total);
      } finally {
        await writer.abandon();
      }
    });
    response.end(
      `\r\n${aboutLines(about, rows)
        .map((line) => `${textCell(line)}\r\n`)
        .join('')}`,
    );
  }
}

/** Whoever reads an answer: takes what is written, and is waited for where it is slower. */
class Reader {
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
