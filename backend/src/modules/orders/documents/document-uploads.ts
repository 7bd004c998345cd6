import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { IsNull, Not } from 'typeorm';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/database/base.entity';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { Jobs } from '../../../platform/jobs/jobs';
import { Attachments } from '../../../platform/storage/attachments';
import { safeFileName } from '../../../platform/storage/file-types';
import type { ArrivedFile } from '../../../platform/storage/receives-files';
import { RESUMABLE_FOR_MS } from '../../../platform/storage/resumable/arriving-files';
import { ResumableUploads } from '../../../platform/storage/resumable/resumable-uploads';
import { TooManyUnfinished } from '../../../platform/storage/resumable/resumable.errors';
import { sniff } from '../../../platform/storage/sniff';
import { fileKey, Storage } from '../../../platform/storage/storage';
import { FileNotFound, FileTypeRefused, UploadIncomplete } from '../../../platform/storage/storage.errors';
import type { Actor } from '../../auth/access/actor';
import { DocumentUploadDto, ResumableUploadDto, type AnnounceUploadDto } from './documents.dto';
import { DocumentUpload } from './document-upload.entity';

const LINK_SECONDS = 300;
/** What was announced and never used goes, some at a time. */
const STALE = `created_at < now() - interval '1 hour' AND (NOT resumable OR created_at < now() - interval '24 hours')`;
const SWEPT_AT_ONCE = 50;
/** Of one person, in parts and at once. */
export const MOST_UNFINISHED = 50;
const QUEUE = 'stale-uploads';

/** The key of a document's bytes: ours, made of ids. */
export const documentKey = (orderId: string): string => fileKey(`orders/${orderId}/${newId()}`);

/** A file that is no document yet. */
export type Expected = DocumentUpload & { file: string };

/** Files that come by a signed link, or in parts: announced, sent, then made a document of. */
@Injectable()
export class DocumentUploads implements OnApplicationBootstrap {
  private readonly logger = new Logger('uploads');
  private readonly arriving: ResumableUploads;

  constructor(
    private readonly transaction: Transaction,
    private readonly storage: Storage,
    private readonly attachments: Attachments,
    private readonly jobs: Jobs,
    @Inject(CONFIG) { DATA_DIR }: Config,
  ) {
    this.arriving = new ResumableUploads(join(DATA_DIR, 'incoming', 'resumable'), {
      find: async (id) => {
        const upload = await this.rows.findOneBy({ id, resumable: true });
        return upload && { id, size: upload.fileSize, beganAt: upload.createdAt };
      },
      forget: async (id) => void (await this.rows.delete({ id })),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.scheduled(QUEUE, '*/30 * * * *', () => this.clean());
  }

  /** The order is one that the actor may write to. */
  async announce(announced: AnnounceUploadDto, actor: Actor): Promise<DocumentUploadDto> {
    const { fileSize } = announced;
    const { id, file } = await this.expect(announced, actor, false);
    const link = await this.storage.signedWriteUrl(file, {
      contentType: 'application/octet-stream', // what it is, its bytes will tell
      size: fileSize,
      expiresInSeconds: LINK_SECONDS,
    });
    return DocumentUploadDto.from(id, link, new Date(Date.now() + LINK_SECONDS * 1000));
  }

  /** A place for a file that comes in parts; the order is one that the actor may write to. @throws TooManyUnfinished 409 */
  async begin(announced: AnnounceUploadDto, actor: Actor): Promise<ResumableUploadDto> {
    const unfinished = await this.rows.countBy({ createdById: actor.id, resumable: true, file: Not(IsNull()) });
    if (unfinished >= MOST_UNFINISHED) throw new TooManyUnfinished(MOST_UNFINISHED);
    const { id } = await this.expect(announced, actor, true);
    await this.arriving.begin(id);
    return { uploadId: id, expiresAt: new Date(Date.now() + RESUMABLE_FOR_MS).toISOString() };
  }

  /**
   * Takes, tells or ends what has arrived of a file in parts. Once all of it is there it is judged, and goes to the storage.
   * @returns the status  @throws ResourceNotFound 404, FileTypeRefused 422, and as `ResumableUploads.answer`
   */
  async resume(upload: Expected, request: Request, response: Response): Promise<number> {
    const { status, offset } = await this.arriving.answer(upload.id, request, response);
    const isComplete = request.method === 'PATCH' && offset === upload.fileSize && !upload.sha256;
    if (isComplete)
      await this.settle(upload).catch((fault: Error) => {
        if (fault instanceof FileTypeRefused) throw fault;
        this.logger.warn(`Upload ${upload.id} waits for the storage: ${fault.message}`); // tried again for the document
      });
    return status;
  }

  /** The order of an announced file of the actor's own. @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<Expected> {
    const upload = await this.rows.findOneBy({ id, createdById: actor.id });
    if (!upload?.file) throw new ResourceNotFound('upload');
    return { ...upload, file: upload.file };
  }

  /** Judges the bytes that have arrived; what is refused is deleted. @throws UploadIncomplete 400, FileTypeRefused 422 */
  async inspect(upload: Expected): Promise<ArrivedFile> {
    const { file: key, fileName, fileSize } = upload;
    if (upload.resumable) return this.settle(upload);
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

  /** What had arrived of it is not needed any more, once a document has its bytes. */
  async forgetParts({ id, resumable }: DocumentUpload): Promise<void> {
    if (resumable) await this.arriving.discard(id).catch(() => undefined); // the sweep tries again
  }

  /** Takes away everything that was announced and never used. */
  async clean(): Promise<void> {
    while ((await this.sweep()) === SWEPT_AT_ONCE);
    await this.arriving.sweep();
  }

  private async expect({ orderId, fileName, fileSize }: AnnounceUploadDto, actor: Actor, resumable: boolean) {
    await this.sweep();
    const id = newId();
    const file = documentKey(orderId);
    const names = { fileName: safeFileName(fileName), fileSize };
    await this.rows.insert({ id, orderId, createdById: actor.id, file, ...names, resumable });
    return { id, file };
  }

  /**
   * Judges a file that came in parts and puts it into the storage, once; of what is refused nothing stays.
   * @throws UploadIncomplete 400, FileTypeRefused 422, StorageUnavailable 503, StorageFull 507
   */
  private async settle({ id, file: key, fileName, fileSize: size, sha256, fileType }: Expected): Promise<ArrivedFile> {
    if (sha256 && fileType) return { key, fileName, size, sha256, contentType: fileType };
    const arrived = await this.arriving.sizeOf(id).catch((fault: Error) => {
      throw fault instanceof FileNotFound ? new UploadIncomplete() : fault;
    });
    if (arrived !== size) throw new UploadIncomplete();
    try {
      const { contentType } = await sniff(this.arriving.read(id), 'document');
      const stored = await this.storage.put(key, this.arriving.read(id), { contentType, maxBytes: size });
      await this.rows.update({ id }, { sha256: stored.sha256, fileType: contentType });
      return { key, fileName, contentType, ...stored };
    } catch (error) {
      if (error instanceof FileTypeRefused) await Promise.all([this.rows.delete({ id }), this.arriving.discard(id)]);
      throw error;
    }
  }

  /** The bytes of deleted rows are discarded by the database itself (see the migration). @returns how many went */
  private async sweep(): Promise<number> {
    const [, swept] = await this.transaction.manager.query<[unknown, number]>(
      `DELETE FROM document_uploads WHERE id IN
         (SELECT id FROM document_uploads WHERE ${STALE} ORDER BY created_at LIMIT ${SWEPT_AT_ONCE} FOR UPDATE SKIP LOCKED)`,
    );
    return swept;
  }

  private get rows() {
    return this.transaction.manager.getRepository(DocumentUpload);
  }
}
