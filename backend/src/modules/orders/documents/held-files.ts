import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvent, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { FileScan } from '../../../platform/storage/scan/file-scan.entity';
import { FileScans } from '../../../platform/storage/scan/file-scans';
import { DocumentThumbnails } from './document-thumbnails';
import { DocumentsRepository } from './documents.repository';

/** A virus was found in a file of an order, whatever carries it: it is held. */
export class FileWasHeld extends DomainEvent {
  readonly name = 'file.held';

  /** @param subjectType a document by its own id, any other file by the id in its key */
  constructor(
    readonly subjectType: 'document' | 'file',
    subject: EventSubject,
    data: { fileName: string; threat: string; sentById: string | null },
  ) {
    super(subject, null, data);
  }
}

/** What follows when the scanner has looked at a file of an order. */
@Injectable()
export class HeldFiles implements OnModuleInit {
  constructor(
    private readonly scans: FileScans,
    private readonly documents: DocumentsRepository,
    private readonly thumbnails: DocumentThumbnails,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.scans.onEnd((scan) => this.settle(scan));
  }

  private async settle({ key, fileName, sentById, threat }: FileScan): Promise<void> {
    const document = await this.documents.findByFile(key);
    if (threat === null) {
      if (document) await this.thumbnails.order(document);
      return;
    }
    const told = { fileName, threat, sentById };
    if (document) {
      const { id, rowVersion, orderId, orderLineId } = document;
      await this.documents.settleThumbnail(id, null);
      await this.outbox.record(new FileWasHeld('document', { id, rowVersion, orderId, orderLineId }, told));
    } else await this.outbox.record(new FileWasHeld('file', idsIn(key), told));
  }
}

const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Keys of what belongs to an order begin with its id, and end with their own. */
function idsIn(key: string): { orderId: string; id: string } {
  const [orderId, ...own] = key.match(UUIDS) ?? [];
  const id = own.at(-1);
  if (!orderId || !id) throw new Error(`No ids in the key ${key}`);
  return { orderId, id };
}
