import { Injectable } from '@nestjs/common';
import { Transaction } from '../database/transaction';
import type { Changes } from '../events/domain-event';
import { AttachmentDto } from './attachment.dto';
import { Attachments } from './attachments';
import { DiscardedFiles } from './discarded-files';
import type { IncomingFile } from './receives-file';
import { NoFileYet } from './storage.errors';
import type { Attachment } from './with-attachment';

/** A row that carries one file, as its module reads and writes it. */
export interface Carrier<Row extends { attachment: Attachment | null }> {
  /** What people know the file of this row as: the field that its event tells. */
  field: string;
  /** Locked, in the transaction that `save` writes in. */
  lock: () => Promise<Row>;
  /** Writes the row, and records what happened to its file. */
  save: (row: Row, changes: Changes, attached: boolean) => Promise<unknown>;
}

/** The one file of a row that a newer file takes the place of, and that may be taken off again. */
@Injectable()
export class CarriedFiles {
  constructor(
    private readonly attachments: Attachments,
    private readonly discarded: DiscardedFiles,
    private readonly transaction: Transaction,
  ) {}

  /**
   * In place of the file that it had.
   * @param folder ends with a slash  @throws StorageUnavailable 503, StorageFull 507, and what the row's module throws
   */
  put<Row extends { attachment: Attachment | null }>(
    folder: string,
    file: IncomingFile,
    carrier: Carrier<Row>,
  ): Promise<Row> {
    return this.attachments.keep(folder, file, (attachment) => this.exchange(carrier, attachment));
  }

  /** @throws NoFileYet 404, and what the row's module throws */
  remove<Row extends { attachment: Attachment | null }>(carrier: Carrier<Row>): Promise<Row> {
    return this.exchange(carrier, null);
  }

  private exchange<Row extends { attachment: Attachment | null }>(
    { field, lock, save }: Carrier<Row>,
    attachment: Attachment | null,
  ): Promise<Row> {
    return this.transaction.run(async () => {
      const row = await lock();
      const replaced = row.attachment;
      if (!attachment && !replaced) throw new NoFileYet();
      row.attachment = attachment;
      const [before, after] = [replaced, attachment].map((each) => ({ [field]: AttachmentDto.from(each) }));
      await save(row, { before: before ?? {}, after: after ?? {} }, attachment !== null);
      await this.discarded.add(replaced);
      return row;
    });
  }
}
