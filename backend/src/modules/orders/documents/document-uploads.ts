import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/database/base.entity';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { Attachments } from '../../../platform/storage/attachments';
import { safeFileName } from '../../../platform/storage/file-types';
import type { ArrivedFile } from '../../../platform/storage/receives-files';
import { sniff } from '../../../platform/storage/sniff';
import { fileKey, Storage } from '../../../platform/storage/storage';
import { FileNotFound, FileTypeRefused, UploadIncomplete } from '../../../platform/storage/storage.errors';
import type { Actor } from '../../auth/access/actor';
import { DocumentUploadDto, type AnnounceUploadDto } from './documents.dto';
import { DocumentUpload } from './document-upload.entity';

const LINK_SECONDS = 300;
/** What was announced and never used goes at a later announcement, some at a time. */
const STALE = `created_at < now() - interval '1 hour'`;

/** The key of a document's bytes: ours, made of ids. */
export const documentKey = (orderId: string): string => fileKey(`orders/${orderId}/${newId()}`);

/** Files that come by a signed link: announced, sent, then made a document of. */
@Injectable()
export class DocumentUploads {
  constructor(
    private readonly transaction: Transaction,
    private readonly storage: Storage,
    private readonly attachments: Attachments,
  ) {}

  /** The order is one that the actor may write to. */
  async announce({ orderId, fileName, fileSize }: AnnounceUploadDto, actor: Actor): Promise<DocumentUploadDto> {
    const file = documentKey(orderId);
    const id = newId();
    await this.sweep();
    await this.rows.insert({
      id,
      orderId,
      createdById: actor.id,
      file,
      fileName: safeFileName(fileName),
      fileSize,
    });
    const link = await this.storage.signedWriteUrl(file, {
      contentType: 'application/octet-stream', // what it is, its bytes will tell
      size: fileSize,
      expiresInSeconds: LINK_SECONDS,
    });
    return DocumentUploadDto.from(id, link, new Date(Date.now() + LINK_SECONDS * 1000));
  }

  /** The order of an announced file of the actor's own. @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<DocumentUpload & { file: string }> {
    const upload = await this.rows.findOneBy({ id, createdById: actor.id });
    if (!upload?.file) throw new ResourceNotFound('upload');
    return { ...upload, file: upload.file };
  }

  /** Judges the bytes that have arrived; what is refused is deleted. @throws UploadIncomplete 400, FileTypeRefused 422 */
  async inspect({ file: key, fileName, fileSize }: DocumentUpload & { file: string }): Promise<ArrivedFile> {
    try {
      const type = await sniff(await this.storage.open(key), 'document');
      const hash = createHash('sha256');
      let size = 0;
      for await (const chunk of (await this.storage.open(key)) as AsyncIterable<Buffer>) {
        hash.update(chunk);
        size += chunk.length;
      }
      if (size !== fileSize) throw new UploadIncomplete();
      return { key, fileName, size, sha256: hash.digest('hex'), ...type };
    } catch (error) {
      if (error instanceof FileNotFound) throw new UploadIncomplete();
      if (error instanceof FileTypeRefused || error instanceof UploadIncomplete) await this.attachments.drop(key);
      throw error;
    }
  }

  /** Its bytes are a document's from now on. @throws ResourceNotFound 404 when they were another's a moment ago */
  async use(id: string): Promise<void> {
    const { affected } = await this.rows
      .createQueryBuilder()
      .update()
      .set({ file: null })
      .where('id = :id AND file IS NOT NULL', { id })
      .execute();
    if (!affected) throw new ResourceNotFound('upload');
  }

  /** The bytes of deleted rows are discarded by the database itself (see the migration). */
  private async sweep(): Promise<void> {
    await this.transaction.manager.query(
      `DELETE FROM document_uploads WHERE id IN
         (SELECT id FROM document_uploads WHERE ${STALE} ORDER BY created_at LIMIT 50 FOR UPDATE SKIP LOCKED)`,
    );
  }

  private get rows() {
    return this.transaction.manager.getRepository(DocumentUpload);
  }
}
