import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion } from '../../../platform/database/versioned.repository';
import { changesBetween, isUnchanged, type Changes, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import { ResourceNotFound, type DomainError } from '../../../platform/errors/domain-error';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import type { FileLinkDto } from '../../../platform/storage/attachment.dto';
import { Attachments } from '../../../platform/storage/attachments';
import { isRefused, type ArrivedFile, type ReceivedFile } from '../../../platform/storage/receives-files';
import { FileScans } from '../../../platform/storage/scan/file-scans';
import type { Actor } from '../../auth/access/actor';
import { LinesRepository } from '../line/lines.repository';
import { OrderParts } from '../order-parts';
import { OrderReferences } from '../order-references';
import { OrdersRepository } from '../order/orders.repository';
import { NoSuchReference } from '../orders.errors';
import { OrderDocument } from './document.entity';
import { NotInTrash, SameFileAgain, Superseded } from './document.errors';
import {
  DocumentAdded,
  DocumentDeleted,
  DocumentRestored,
  DocumentUpdated,
  DocumentVersionAdded,
} from './document.events';
import { guessOf, type Guess } from './document-guess';
import { DocumentThumbnails } from './document-thumbnails';
import { DocumentUploads } from './document-uploads';
import type {
  AnnounceUploadDto,
  CreateDocumentDto,
  DocumentFieldsDto,
  DocumentUploadDto,
  NamedFileDto,
  ResumableUploadDto,
  UpdateDocumentDto,
} from './documents.dto';
import { DocumentsRepository } from './documents.repository';

/** What became of one file: a document, or why not, with the one that is this very file where that is why. */
export type Outcome =
  | { fileName: string; document: OrderDocument }
  | { fileName: string; refusal: DomainError; existing: OrderDocument | null };

type Fields = DocumentFieldsDto & { again?: boolean };

const TOLD = [
  'fileName',
  'orderLineId',
  'sampleId',
  'category',
  'subcategory',
  'description',
  'documentDate',
  'version',
] as const satisfies readonly (keyof OrderDocument)[];

/** Files of orders, their lines and samples; versions of one document take each other's place, none is lost. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly orders: OrdersRepository,
    private readonly lines: LinesRepository,
    private readonly references: OrderReferences,
    private readonly parts: OrderParts,
    private readonly uploads: DocumentUploads,
    private readonly thumbnails: DocumentThumbnails,
    private readonly attachments: Attachments,
    private readonly scans: FileScans,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<OrderDocument>> {
    return this.documents.list(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<OrderDocument> {
    return this.documents.get(id, actor);
  }

  /** What files seem to be, before they are sent. @throws ResourceNotFound 404 */
  async guess(orderId: string, files: readonly NamedFileDto[], actor: Actor): Promise<Guess[]> {
    await this.orders.get(orderId, actor);
    const lines = (await this.lines.ofOrders([orderId])).map((line) => ({
      ...line,
      styleNumber: line.style.styleNumber,
    }));
    return files.map(({ fileName, contentType, ...content }) => guessOf(fileName, contentType ?? null, lines, content));
  }

  /** A way for the bytes of a file. @throws NoSuchReference 400 */
  async announce(body: AnnounceUploadDto, actor: Actor): Promise<DocumentUploadDto> {
    await this.references.order(body.orderId, actor, 'document.write');
    return this.uploads.announce(body, actor);
  }

  /** A place for a file that comes in parts. @throws NoSuchReference 400, TooManyUnfinished 409 */
  async beginUpload(body: AnnounceUploadDto, actor: Actor): Promise<ResumableUploadDto> {
    await this.references.order(body.orderId, actor, 'document.write');
    return this.uploads.begin(body, actor);
  }

  /**
   * Takes, tells or ends what has arrived of a file that the actor began, into an order that they still may write to.
   * @returns the status  @throws ResourceNotFound 404, and as `DocumentUploads.resume`
   */
  async resume(id: string, request: Request, response: Response, actor: Actor): Promise<number> {
    const upload = await this.uploads.get(id, actor);
    const isTheirs = upload.resumable && (await this.orders.find(upload.orderId, actor, 'document.write'));
    if (!isTheirs) throw new ResourceNotFound('upload');
    return this.uploads.resume(upload, request, response);
  }

  /** Before any byte is taken. @throws ResourceNotFound 404 */
  async refuseUnlessWritable(orderId: string, actor: Actor): Promise<void> {
    await this.orders.get(orderId, actor);
  }

  /** Before any byte is taken. @throws ResourceNotFound 404, Superseded 409, StaleVersion 412 */
  async refuseUnlessCurrent(id: string, actor: Actor, expected?: number): Promise<OrderDocument> {
    const document = await this.documents.get(id, actor);
    expectVersion(document, expected);
    refuseSuperseded(document);
    return document;
  }

  /**
   * Documents of the files that have arrived, each judged alone: what is refused, or is in the order already, takes no
   * other with it. @throws ResourceNotFound 404, NoSuchReference 400, KindsDoNotFit 422
   */
  add(orderId: string, files: readonly ReceivedFile[], fields: Fields, actor: Actor): Promise<Outcome[]> {
    return this.transaction.run(async () => {
      const order = await this.orders.getForUpdate(orderId, actor, 'document.write');
      const part = await this.parts.of(orderId, { ...fields });
      const arrived = files.flatMap((file) => (isRefused(file) ? [] : [file]));
      const known = await this.known(orderId, arrived, fields.again);
      const outcomes = files.map((file): Outcome => {
        if (isRefused(file)) return { ...file, existing: null };
        const existing = known.get(file.sha256);
        if (existing) return { fileName: file.fileName, refusal: new SameFileAgain(existing), existing };
        const document = Object.assign(OrderDocument.first(file), { order, orderId });
        document.belongTo(part);
        describe(document, fields, actor);
        const { category, subcategory } = fields.category ? fields : guessOf(file.fileName, file.contentType);
        document.become(category ?? 'other', fields.subcategory ?? subcategory ?? null);
        if (!fields.again) known.set(file.sha256, document);
        return { fileName: file.fileName, document };
      });
      const added = outcomes.flatMap((outcome) => ('document' in outcome ? [outcome.document] : []));
      if (added.length) {
        await this.documents.insert(...added);
        await this.outbox.record(
          ...added.map((each) => new DocumentAdded(subject(each), actor, changesBetween(NOTHING, each, TOLD))),
        );
        await this.scans.ask(...added.map(sentFile));
        await this.thumbnails.order(...added);
      }
      return this.asRead(outcomes, actor);
    });
  }

  /**
   * The next version of a document, which is superseded by it and stays readable. @throws ResourceNotFound 404,
   * Superseded 409, SameFileAgain 409, NoSuchReference 400, KindsDoNotFit 422, StaleVersion 412
   */
  addVersion(id: string, file: ArrivedFile, fields: Fields, actor: Actor, expected?: number): Promise<OrderDocument> {
    return this.transaction.run(async () => {
      const old = await this.documents.getForUpdate(id, actor, 'document.write', expected);
      refuseSuperseded(old);
      const same = (await this.known(old.orderId, [file], fields.again)).get(file.sha256);
      if (same) throw new SameFileAgain(same);
      const document = OrderDocument.after(old, file, await this.documents.nextVersion(old.seriesId));
      await this.place(document, fields);
      const { description = old.description, documentDate } = fields;
      describe(document, { description, documentDate }, actor);
      old.isCurrent = false;
      await this.documents.save(old);
      await this.documents.insert(document);
      const changes = changesBetween(old, document, TOLD);
      const replaced = { id: old.id, fileName: old.fileName, version: old.version };
      const told = { ...changes, after: { ...changes.after, fileName: document.fileName }, replaced };
      await this.outbox.record(new DocumentVersionAdded(subject(document), actor, told));
      await this.scans.ask(sentFile(document));
      await this.thumbnails.order(document);
      return this.documents.get(document.id, actor);
    });
  }

  /** A document, or the next version of one, of a file that came by a signed link or in parts. @throws as `add` and `addVersion` */
  async create({ uploadId, replacesId, ...fields }: CreateDocumentDto, actor: Actor): Promise<OrderDocument> {
    const upload = await this.uploads.get(uploadId, actor);
    await this.orders.get(upload.orderId, actor);
    if (replacesId) {
      const [replaced] = await this.documents.ofIds([replacesId], actor);
      if (replaced?.orderId !== upload.orderId) throw new NoSuchReference('replacesId', 'document in this order');
    }
    const file = await this.uploads.inspect(upload);
    const document = await this.transaction.run(async () => {
      await this.uploads.use(uploadId);
      if (replacesId) return this.addVersion(replacesId, file, fields, actor);
      const [outcome] = await this.add(upload.orderId, [file], fields, actor);
      if (!outcome || 'refusal' in outcome) throw outcome?.refusal ?? new Error('A file has no outcome.');
      return outcome.document;
    });
    await this.uploads.forgetParts(upload);
    return document;
  }

  /** Changes what is sent. @throws ResourceNotFound 404, StaleVersion 412, NoSuchReference 400, KindsDoNotFit 422 */
  update(id: string, body: UpdateDocumentDto, actor: Actor, expected?: number): Promise<OrderDocument> {
    return this.transaction.run(async () => {
      const document = await this.documents.getForUpdate(id, actor, 'document.write', expected);
      const before = { ...document } as OrderDocument;
      await this.place(document, body);
      const { description = document.description, documentDate = document.documentDate } = body;
      Object.assign(document, { description, documentDate });
      const changes = changesBetween(before, document, TOLD);
      if (isUnchanged(changes)) return document;
      await this.documents.save(document);
      await this.outbox.record(new DocumentUpdated(subject(document), actor, named(document, changes)));
      return this.documents.get(id, actor);
    });
  }

  /** To the trash, bytes and all; the version before it counts again. @throws ResourceNotFound 404, StaleVersion 412 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const document = await this.documents.getForUpdate(id, actor, 'document.delete', expected);
      const before = { ...changesBetween(document, NOTHING, TOLD).before, isCurrent: document.isCurrent };
      document.isCurrent = false;
      await this.documents.trash(document);
      if (before.isCurrent) await this.makeCurrent(await this.documents.newestOf(document.seriesId));
      const gone = { before, after: { isCurrent: false } };
      await this.outbox.record(new DocumentDeleted(subject(document), actor, named(document, gone)));
    });
  }

  /** Out of the trash; current again unless a newer version came since. @throws ResourceNotFound 404, NotInTrash 409, StaleVersion 412 */
  restore(id: string, actor: Actor, expected?: number): Promise<OrderDocument> {
    return this.transaction.run(async () => {
      const document = await this.documents.getTrashedForUpdate(id, actor, 'document.delete', expected);
      if (!document.deletedAt) throw new NotInTrash();
      const before = { isCurrent: false };
      const newest = await this.documents.newestOf(document.seriesId);
      if (newest && newest.version < document.version) {
        newest.isCurrent = false;
        await this.documents.save(newest);
      }
      document.deletedAt = null;
      document.isCurrent = !newest?.isCurrent;
      await this.documents.save(document);
      const after = { isCurrent: document.isCurrent };
      await this.outbox.record(new DocumentRestored(subject(document), actor, named(document, { before, after })));
      return this.documents.get(id, actor);
    });
  }

  /** A link to its bytes, shown or saved. @throws ResourceNotFound 404, StorageUnavailable 503, and as `Attachments.linkTo` */
  async linkTo(id: string, use: 'view' | 'download', actor: Actor): Promise<FileLinkDto> {
    const { attachment } = await this.documents.get(id, actor);
    return this.attachments.linkTo(attachment, use === 'view');
  }

  /** The kind, and the part of the order, that are sent. Another line lets go of a sample that is not of it. */
  private async place(document: OrderDocument, body: Fields): Promise<void> {
    const { category = document.category, subcategory = document.subcategory } = body;
    document.become(category, subcategory);
    const { orderLineId = document.orderLineId } = body;
    const { sampleId = orderLineId === document.orderLineId ? document.sampleId : null } = body;
    if (orderLineId === document.orderLineId && sampleId === document.sampleId) return;
    // A sample that is named brings its own line along.
    const line = body.sampleId && body.orderLineId === undefined ? null : orderLineId;
    document.belongTo(await this.parts.of(document.orderId, { orderLineId: line, sampleId }));
  }

  private async makeCurrent(document: OrderDocument | null): Promise<void> {
    if (!document) return;
    document.isCurrent = true;
    await this.documents.save(document);
  }

  /** Documents of the order that are one of these files, by hash; none where that is meant. */
  private async known(
    orderId: string,
    files: readonly ArrivedFile[],
    again?: boolean,
  ): Promise<Map<string, OrderDocument>> {
    if (again || !files.length) return new Map();
    const same = await this.documents.sameFiles(
      orderId,
      files.map(({ sha256 }) => sha256),
    );
    return new Map(same.map((document) => [document.sha256, document]));
  }

  /** The same outcomes, their documents with everything that a reader sees. */
  private async asRead(outcomes: Outcome[], actor: Actor): Promise<Outcome[]> {
    const ids = outcomes.flatMap((outcome) =>
      'document' in outcome ? [outcome.document.id] : outcome.existing ? [outcome.existing.id] : [],
    );
    const read = new Map((await this.documents.ofIds(ids, actor)).map((document) => [document.id, document]));
    return outcomes.map((outcome) =>
      'document' in outcome
        ? { ...outcome, document: read.get(outcome.document.id) ?? outcome.document }
        : { ...outcome, existing: outcome.existing ? (read.get(outcome.existing.id) ?? null) : null },
    );
  }
}

const NOTHING = new OrderDocument();

function describe(document: OrderDocument, { description = null, documentDate = null }: Fields, actor: Actor): void {
  Object.assign(document, { description, documentDate, uploadedById: actor.id });
}

function refuseSuperseded({ newest, isCurrent }: OrderDocument): void {
  if (!isCurrent && newest) throw new Superseded(newest);
}

const sentFile = ({ file, fileName, uploadedById }: OrderDocument) => ({
  key: file,
  fileName,
  sentById: uploadedById,
});

/** Changes with the name that people know the document by. */
const named = ({ fileName, version }: OrderDocument, changes: Changes) => ({ ...changes, fileName, version });

const subject = ({ id, rowVersion, orderId, orderLineId }: OrderDocument): EventSubject => ({
  id,
  rowVersion,
  orderId,
  orderLineId,
});
