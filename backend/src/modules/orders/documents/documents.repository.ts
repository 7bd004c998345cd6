import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { visibleTo } from '../order-scope';
import { OrderDocument, PICTURES } from './document.entity';
import { DOCUMENT_CATEGORIES, DOCUMENT_SUBCATEGORIES } from './document.vocabulary';

export const documentList: ListDefinition = {
  alias: 'document',
  filters: {
    orderId: { kind: 'id', column: 'document.orderId' },
    orderLineId: { kind: 'id', column: 'document.orderLineId' },
    sampleId: { kind: 'id', column: 'document.sampleId' },
    seriesId: { kind: 'id', column: 'document.seriesId', description: 'All versions of one document.' },
    category: { kind: 'choice', column: 'document.category', values: DOCUMENT_CATEGORIES },
    subcategory: { kind: 'choice', column: 'document.subcategory', values: DOCUMENT_SUBCATEGORIES },
    isCurrent: { kind: 'flag', column: 'document.isCurrent', description: 'true: without the versions of the past.' },
    uploadedById: { kind: 'id', column: 'document.uploadedById' },
    documentDateFrom: { kind: 'dayFrom', column: 'document.documentDate' },
    documentDateTo: { kind: 'dayTo', column: 'document.documentDate' },
  },
  // The expression of ix_order_documents_search.
  search: [`(document.file_name || ' ' || coalesce(document.description, '')) ILIKE :word`],
  ordering: {
    createdAt: 'document.createdAt',
    documentDate: 'document.documentDate',
    fileName: 'document.fileName',
    fileSize: 'document.fileSize',
    version: 'document.version',
  },
  defaultOrdering: '-createdAt',
};

@Injectable()
export class DocumentsRepository extends VersionedRepository<OrderDocument> {
  constructor(transaction: Transaction) {
    super(transaction, OrderDocument);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<OrderDocument>> {
    return paginate(this.visible(actor, 'document.read'), documentList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<OrderDocument> {
    const [document] = await this.ofIds([id], actor);
    if (!document) throw new ResourceNotFound('document');
    return document;
  }

  /** As a list row has them, in no order. One statement. */
  async ofIds(ids: readonly string[], actor: Actor): Promise<OrderDocument[]> {
    if (!ids.length) return [];
    return this.visible(actor, 'document.read')
      .andWhere('document.id IN (:...ids)', { ids: [...ids] })
      .getMany();
  }

  /** Locks its order, then the document. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, capability: Capability, expected?: number): Promise<OrderDocument> {
    return this.locked(this.visible(actor, capability), id, expected);
  }

  /** The same for one that may be in the trash; its order is not. @throws ResourceNotFound 404, StaleVersion 412 */
  async getTrashedForUpdate(
    id: string,
    actor: Actor,
    capability: Capability,
    expected?: number,
  ): Promise<OrderDocument> {
    return this.locked(this.visible(actor, capability).withDeleted(), id, expected);
  }

  /** Documents of the order that are these very files, by hash. */
  sameFiles(orderId: string, hashes: readonly string[]): Promise<OrderDocument[]> {
    return this.rows.find({ where: { orderId, sha256: In([...hashes]) }, order: { createdAt: 'ASC' } });
  }

  /** Of a sample that the caller has shown to be visible: the last that was added and can be looked at. */
  newestPictureOf(sampleId: string): Promise<OrderDocument | null> {
    return this.rows.findOne({
      where: { sampleId, isCurrent: true, fileType: In([...PICTURES]) },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  /**
   * What a print, a weave or a made-up piece of this line has to match: its newest artwork, else that of the whole order.
   * Of an order that the caller has shown to be visible; what no browser shows as a picture only once it was drawn small.
   */
  artworkOf(orderId: string, orderLineId: string | null): Promise<OrderDocument | null> {
    return this.rows
      .createQueryBuilder('document')
      .where({ orderId, subcategory: 'artwork', isCurrent: true, sampleId: IsNull() })
      .andWhere('(document.orderLineId IS NULL OR document.orderLineId = :orderLineId)', { orderLineId })
      .andWhere(`(document.fileType IN (:...pictures) OR document.thumbnail IS NOT NULL)`, { pictures: PICTURES })
      .orderBy('document.orderLineId', 'ASC', 'NULLS LAST')
      .addOrderBy('document.createdAt', 'DESC')
      .addOrderBy('document.id', 'DESC')
      .limit(1)
      .getOne();
  }

  /** The version after all that were ever counted, those in the trash too. The order must be locked. */
  async nextVersion(seriesId: string): Promise<number> {
    const last = await this.rows
      .createQueryBuilder('document')
      .withDeleted()
      .select('max(document.version)', 'version')
      .where({ seriesId })
      .getRawOne<{ version: number | null }>();
    return (last?.version ?? 0) + 1;
  }

  /** The newest version that is not in the trash. */
  newestOf(seriesId: string): Promise<OrderDocument | null> {
    return this.rows.findOne({ where: { seriesId }, order: { version: 'DESC' } });
  }

  /** For the worker: the document of these bytes, in the trash too. */
  findByFile(file: string): Promise<OrderDocument | null> {
    return this.rows.findOne({ where: { file }, withDeleted: true });
  }

  /** For the worker, which sees everything, the trash too. */
  findForWorker(id: string): Promise<OrderDocument | null> {
    return this.rows.findOne({ where: { id }, withDeleted: true });
  }

  /** Without moving the row's version: no person changed it. False when somebody else was first, or it is gone. */
  async settleThumbnail(id: string, thumbnail: string | null): Promise<boolean> {
    const { affected } = await this.rows
      .createQueryBuilder()
      .update()
      .set({
        thumbnail,
        thumbnailState: thumbnail ? 'ready' : 'failed',
        rowVersion: () => 'row_version',
        updatedAt: () => 'updated_at',
      })
      .where(`id = :id AND thumbnail_state = 'pending'`, { id })
      .updateEntity(false)
      .execute();
    return affected === 1;
  }

  private async locked(
    query: ReturnType<DocumentsRepository['visible']>,
    id: string,
    expected?: number,
  ): Promise<OrderDocument> {
    const document = await query
      .andWhere('document.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'document'])
      .getOne();
    if (!document) throw new ResourceNotFound('document');
    expectVersion(document, expected);
    return document;
  }

  private visible(actor: Actor, capability: Capability) {
    const query = this.rows
      .createQueryBuilder('document')
      .innerJoinAndSelect('document.order', 'order')
      .leftJoinAndSelect('document.orderLine', 'line')
      .leftJoinAndSelect('line.style', 'style')
      .leftJoin('document.sample', 'sample')
      .addSelect(['sample.id', 'sample.type', 'sample.version'])
      .leftJoinAndSelect('document.uploadedBy', 'uploader')
      .leftJoinAndMapOne(
        'document.newest',
        OrderDocument,
        'newest',
        'newest.seriesId = document.seriesId AND newest.isCurrent AND newest.id <> document.id',
      );
    return visibleTo(query, actor, capability);
  }
}
