import { Column, VirtualColumn } from 'typeorm';
import { BaseEntity } from '../database/base.entity';
import { scanFactsSql, type ScanFacts } from './scan/scan-state';

/** One stored file of a row: where its bytes lie, and what its owner calls it. */
export interface Attachment {
  key: string;
  fileName: string;
  contentType: string;
  /** bytes */
  size: number;
  /** What the virus scanner said; left out where nobody asks. */
  scan?: ScanFacts | null;
}

/**
 * A row that may carry one file: the key in `column`, what is told of the file in columns beside it.
 * @param madeHere the house makes it itself, so that nothing is to be scanned
 */
export function WithAttachment(column: string, { madeHere = false } = {}) {
  const scanFacts = scanFactsSql(column);
  abstract class AttachmentHolder extends BaseEntity {
    @Column('varchar', { name: column, length: 300, nullable: true })
    attachmentKey: string | null;

    @Column('varchar', { name: `${column}_file_name`, length: 255, nullable: true })
    attachmentFileName: string | null;

    @Column('varchar', { name: `${column}_content_type`, length: 100, nullable: true })
    attachmentContentType: string | null;

    @Column('integer', { name: `${column}_size`, nullable: true })
    attachmentSize: number | null;

    @VirtualColumn({ type: 'jsonb', query: madeHere ? (alias) => scanFacts(alias) : scanFacts })
    attachmentScan?: ScanFacts | null;

    get attachment(): Attachment | null {
      if (!this.attachmentKey) return null;
      return {
        key: this.attachmentKey,
        fileName: this.attachmentFileName ?? '',
        contentType: this.attachmentContentType ?? '',
        size: this.attachmentSize ?? 0,
        scan: this.attachmentScan,
      };
    }

    set attachment(attachment: Attachment | null) {
      this.attachmentKey = attachment?.key ?? null;
      this.attachmentFileName = attachment?.fileName ?? null;
      this.attachmentContentType = attachment?.contentType ?? null;
      this.attachmentSize = attachment?.size ?? null;
      this.attachmentScan = attachment?.scan;
    }
  }
  return AttachmentHolder;
}

/** All of a file's columns are set, or none is. */
export const attachmentCheck = (column: string): string =>
  `num_nulls(${column}, ${column}_file_name, ${column}_content_type, ${column}_size) IN (0, 4)`;
