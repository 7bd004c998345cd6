import { Injectable, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { inSnapshot, oneAhead } from '../../../platform/database/snapshot';
import { Transaction } from '../../../platform/database/transaction';
import { AnswerReader } from '../../../platform/http/answer-reader';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { contentDisposition } from '../../../platform/storage/file-types';
import { textCell } from '../../../platform/values/csv-cell';
import type { Actor } from '../../auth/access/actor';
import { aboutLines, fileNameOf } from './about';
import { csvHead, csvLoose } from './csv';
import type { SheetKind } from './export.vocabulary';
import { ExportsAbout } from './exports-about';
import { ExportsBusy } from './exports.errors';
import { ExportSources } from './export-sources';
import { formOfKind } from './forms';
import type { Sheet } from './sheet';
import { type SheetAnswer, SheetWriter } from './sheet-writer';

/** Each holds a connection of the pool while it is read. */
const MOST_AT_ONCE = 3;
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
      const sheet = await this.sources.of(kind).open(asked, actor);
      const fileName = fileNameOf(about, 'csv');
      response.setHeader('Content-Type', CSV);
      response.setHeader('Content-Disposition', contentDisposition({ fileName, contentType: CSV }));
      response.setHeader('Cache-Control', 'no-store');
      const reader = new AnswerReader(response);
      const { headings } = formOfKind(kind, sheet.otherSteps);
      await reader.take(BYTE_ORDER_MARK + sheet.title.map(csvLoose).join('') + csvHead(headings));
      response.flush(); // whoever compresses would keep the first rows back
      for await (const written of sheet.csv ? oneAhead(sheet.csv()) : writtenInThread(kind, sheet)) {
        rows += written.rows;
        if (written.text.length) await reader.take(written.text);
      }
    });
    response.end(
      `\r\n${aboutLines(about, rows)
        .map((line) => `${textCell(line)}\r\n`)
        .join('')}`,
    );
  }
}

/** Rows of the database made into CSV in a thread, and their total. */
async function* writtenInThread(kind: SheetKind, { otherSteps, batches }: Sheet) {
  const writer = new SheetWriter({ kind, otherSteps, book: null });
  try {
    for await (const records of oneAhead(batches())) yield textOf(await writer.write(records));
    yield textOf(await writer.close([]));
  } finally {
    await writer.abandon();
  }
}

const textOf = ({ rows, csv }: SheetAnswer) => ({ rows, text: csv ?? '' });
