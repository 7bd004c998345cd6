import { Instant, OneOf, Text, Whole } from '../http/fields';
import { SCAN_STATES, UNSCANNED, type ScanState } from './scan/scan-state';
import type { Attachment } from './with-attachment';

/** A file as its row tells of it; its bytes are read by a link of their own. */
export class AttachmentDto {
  @Text({ max: 255, example: 'lab-dip-white.pdf' }) fileName: string;
  @Text({ max: 100, example: 'application/pdf' }) contentType: string;
  @Whole({ min: 0, max: 2147483647, description: 'Bytes.', example: 48213 }) size: number;

  static from(attachment: Attachment | null): AttachmentDto | null {
    if (!attachment) return null;
    const { fileName, contentType, size } = attachment;
    return { fileName, contentType, size };
  }
}

/** The same with what the virus scanner says of it: a row's own answer, where history keeps the file alone. */
export class StoredFileDto extends AttachmentDto {
  @OneOf(SCAN_STATES, {
    name: 'ScanState',
    description: 'Read is what is `clean`, and what is `unscanned` for want of a scanner.',
    example: 'clean',
  })
  scanState: ScanState;
  @Text({ max: 200, nullable: true, description: 'What was found in it: it is held.', example: null })
  threat: string | null;

  static override from(attachment: Attachment | null): StoredFileDto | null {
    const told = AttachmentDto.from(attachment);
    if (!told) return null;
    const { state, threat } = attachment?.scan ?? UNSCANNED;
    return { ...told, scanState: state, threat };
  }
}

/** A way to a file's bytes for whoever holds it, for some minutes. */
export class FileLinkDto extends AttachmentDto {
  @Text({ max: 4000, description: 'Address of the bytes; from the disk it is below this server’s own.' }) url: string;
  @Instant({ description: 'The link serves until then.' }) expiresAt: string;
}
