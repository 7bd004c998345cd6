import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { DomainError } from '../../../platform/errors/domain-error';
import { Jobs } from '../../../platform/jobs/jobs';
import type { FileLinkDto } from '../../../platform/storage/attachment.dto';
import { Attachments } from '../../../platform/storage/attachments';
import { FileScans } from '../../../platform/storage/scan/file-scans';
import { fileKey, Storage } from '../../../platform/storage/storage';
import { FileNotFound } from '../../../platform/storage/storage.errors';
import type { OrderDocument } from './document.entity';
import { DocumentsRepository } from './documents.repository';
import { thumbnailOf, thumbnailOfPdf } from './thumbnail';

const QUEUE = 'document-thumbnails';
const WEBP = 'image/webp';
const PDF = 'application/pdf';

/** Small pictures of documents, made by the worker once their rows are committed. */
@Injectable()
export class DocumentThumbnails implements OnApplicationBootstrap {
  private readonly logger = new Logger('thumbnails');

  constructor(
    private readonly documents: DocumentsRepository,
    private readonly storage: Storage,
    private readonly attachments: Attachments,
    private readonly jobs: Jobs,
    private readonly scans: FileScans,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work(QUEUE, ({ documentId }) => this.make(String(documentId)));
  }

  /** In the transaction that writes the documents. */
  async order(...documents: OrderDocument[]): Promise<void> {
    for (const { id, thumbnailState } of documents)
      if (thumbnailState === 'pending') await this.jobs.send(QUEUE, { documentId: id });
  }

  /** Once for a document, however often it is asked, and not before it is known to be clean; its key is made of the file's, so that a second try writes over the first. */
  async make(documentId: string): Promise<void> {
    const document = await this.documents.findForWorker(documentId);
    if (document?.thumbnailState !== 'pending' || (await this.scans.isUnread(document.file))) return;
    const small = await this.draw(document);
    if (!small) {
      await this.documents.settleThumbnail(documentId, null);
      return;
    }
    const key = fileKey(`${document.file}-small.webp`);
    await this.storage.put(key, small, { contentType: WEBP, maxBytes: small.length });
    if (await this.documents.settleThumbnail(documentId, key)) return;
    // A twin may have been faster; where the row is gone for good, the picture goes with it.
    if (!(await this.documents.findForWorker(documentId))) await this.storage.delete(key);
  }

  /** A link to the picture, where there is one. */
  async linkTo({ thumbnail, fileName }: OrderDocument): Promise<FileLinkDto | null> {
    return thumbnail ? this.linkToSmall(thumbnail, fileName) : null;
  }

  /** A link to a picture that was drawn. @param fileName of its document */
  linkToSmall(thumbnail: string, fileName: string): Promise<FileLinkDto> {
    return this.attachments.linkToOwn({ key: thumbnail, fileName: `${fileName}.webp`, contentType: WEBP, size: 0 });
  }

  /** Null where it cannot be drawn, now or ever. @throws StorageUnavailable 503: another try may do */
  private async draw(document: OrderDocument): Promise<Buffer | null> {
    try {
      const bytes = await buffer(await this.storage.open(document.file));
      return await (document.fileType === PDF ? thumbnailOfPdf(bytes) : thumbnailOf(bytes));
    } catch (error) {
      if (error instanceof DomainError && !(error instanceof FileNotFound)) throw error;
      this.logger.warn(`There is no small picture of document ${document.id}: ${(error as Error).message}`);
      return null;
    }
  }
}
