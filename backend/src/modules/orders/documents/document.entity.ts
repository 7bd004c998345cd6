import { Check, Column, Entity, Index, JoinColumn, ManyToOne, VirtualColumn } from 'typeorm';
import { BaseEntity, newId } from '../../../platform/database/base.entity';
import { scanFactsSql, type ScanFacts } from '../../../platform/storage/scan/scan-state';
import type { Attachment } from '../../../platform/storage/with-attachment';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { OrderLine } from '../line/line.entity';
import type { OrderPart } from '../order-parts';
import { Order } from '../order/order.entity';
import { sqlList } from '../vocabulary';
import { KindsDoNotFit } from './document.errors';
import {
  DOCUMENT_CATEGORIES,
  DOCUMENT_SUBCATEGORIES,
  SUBCATEGORIES_OF,
  THUMBNAIL_STATES,
  type DocumentCategory,
  type DocumentSubcategory,
  type ThumbnailState,
} from './document.vocabulary';

/** The sample that a document belongs to, as far as this rank knows it. */
export interface SampleRound {
  id: string;
  type: string;
  version: number;
}

/** What every browser shows as a picture. */
export const PICTURES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];
/** What a small picture is drawn of. */
const DRAWN: readonly string[] = [...PICTURES, 'application/pdf'];

/** A file of an order: of the whole of it, of one of its lines, or of a sample. Versions of one document are a series. */
@Entity('order_documents')
@Index('ix_order_documents_file_key', { synchronize: false })
@Index('ix_order_documents_thumbnail_key', { synchronize: false })
@Check('ck_order_documents_category', `category IN (${sqlList(DOCUMENT_CATEGORIES)})`)
@Check('ck_order_documents_subcategory', `subcategory IN (${sqlList(DOCUMENT_SUBCATEGORIES)})`)
@Check('ck_order_documents_version', 'version > 0 AND (version = 1) = (series_id = id)')
@Check('ck_order_documents_current', 'NOT (is_current AND deleted_at IS NOT NULL)')
@Check('ck_order_documents_size', 'file_size >= 0')
@Check('ck_order_documents_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_order_documents_thumbnail_state', `thumbnail_state IN (${sqlList(THUMBNAIL_STATES)})`)
@Check('ck_order_documents_thumbnail', `(thumbnail_state = 'ready') = (thumbnail IS NOT NULL)`)
@Index('uq_order_documents_file', ['file'], { unique: true })
@Index('uq_order_documents_version', ['seriesId', 'version'], { unique: true })
@Index('uq_order_documents_current', { synchronize: false })
@Index('ix_order_documents_order_id_category', ['orderId', 'category'])
@Index('ix_order_documents_order_id_created', ['orderId', 'createdAt'])
@Index('ix_order_documents_order_id_sha256', ['orderId', 'sha256'])
@Index('ix_order_documents_order_line_id', ['orderLineId'])
@Index('ix_order_documents_sample_id', ['sampleId'])
@Index('ix_order_documents_replaces_id', ['replacesId'])
@Index('ix_order_documents_uploaded_by_id', ['uploadedById'])
@Index('ix_order_documents_created', { synchronize: false })
@Index('ix_order_documents_search', { synchronize: false })
export class OrderDocument extends BaseEntity {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @ManyToOne(() => OrderLine, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  orderLine: OrderLine | null;

  @Column('uuid', { nullable: true })
  orderLineId: string | null;

  /** Samples are of a higher rank: known by name only. A file outlives its sample, in its order. */
  @ManyToOne('Sample', { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  sample: SampleRound | null;

  @Column('uuid', { nullable: true })
  sampleId: string | null;

  /** Its key in the storage; the name that people know it by is only told. */
  @Column('varchar', { length: 300 })
  file: string;

  /** What the virus scanner said of it. */
  @VirtualColumn({ type: 'jsonb', query: scanFactsSql('file') })
  scan?: ScanFacts | null;

  @Column('varchar', { length: 255 })
  fileName: string;

  @Column('varchar', { length: 100 })
  fileType: string;

  /** bytes */
  @Column('integer')
  fileSize: number;

  /** Of its bytes, hex: the same file sent twice is known by it. */
  @Column('char', { length: 64 })
  sha256: string;

  @Column('varchar', { length: 50 })
  category: DocumentCategory;

  @Column('varchar', { length: 50, nullable: true })
  subcategory: DocumentSubcategory | null;

  @Column('text', { nullable: true })
  description: string | null;

  /** The day on the paper itself. */
  @Column('date', { nullable: true })
  documentDate: Day | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  uploadedBy: User | null;

  @Column('uuid', { nullable: true })
  uploadedById: string | null;

  /** What all versions of a document share: the id of its first. */
  @Column('uuid')
  seriesId: string;

  /** From 1; never given twice within its series. */
  @Column('integer')
  version: number;

  @ManyToOne(() => OrderDocument, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  replaces: OrderDocument | null;

  @Column('uuid', { nullable: true })
  replacesId: string | null;

  /** The newest of its series that is not in the trash. */
  @Column('boolean')
  isCurrent: boolean;

  /** Key of a small picture of it. */
  @Column('varchar', { length: 300, nullable: true })
  thumbnail: string | null;

  @Column('varchar', { length: 10 })
  thumbnailState: ThumbnailState;

  /** The version that took its place, where one did: read along, not a column. */
  newest?: OrderDocument | null;

  /** The first of a series of its own. */
  static first(file: Attachment & { sha256: string }): OrderDocument {
    const document = OrderDocument.of(file);
    return Object.assign(document, { seriesId: document.id, version: 1, replacesId: null });
  }

  /** The next version of `old`: what it is, and what it belongs to, stay unless told otherwise. */
  static after(old: OrderDocument, file: Attachment & { sha256: string }, version: number): OrderDocument {
    const { order, orderId, orderLine, orderLineId, sample, sampleId, category, subcategory, description } = old;
    const kept = { order, orderId, orderLine, orderLineId, sample, sampleId, category, subcategory, description };
    return Object.assign(OrderDocument.of(file), kept, { seriesId: old.seriesId, replacesId: old.id, version });
  }

  private static of({ key, fileName, contentType, size, sha256 }: Attachment & { sha256: string }): OrderDocument {
    return Object.assign(new OrderDocument(), {
      id: newId(),
      file: key,
      fileName,
      fileType: contentType,
      fileSize: size,
      sha256,
      documentDate: null,
      isCurrent: true,
      thumbnail: null,
      thumbnailState: DRAWN.includes(contentType) ? ('pending' as const) : ('none' as const),
      newest: null,
    });
  }

  get attachment(): Attachment {
    return { key: this.file, fileName: this.fileName, contentType: this.fileType, size: this.fileSize };
  }

  /** What was read along of another line or sample is let go of: the ids are what is written. */
  belongTo({ orderLineId, sampleId }: OrderPart): void {
    Object.assign(this, { orderLineId, sampleId, orderLine: undefined, sample: undefined });
  }

  /** @throws KindsDoNotFit 422 when the closer kind belongs to another category */
  become(category: DocumentCategory, subcategory: DocumentSubcategory | null): void {
    const closer: readonly string[] = SUBCATEGORIES_OF[category];
    if (subcategory && !closer.includes(subcategory)) throw new KindsDoNotFit(category, subcategory);
    this.category = category;
    this.subcategory = subcategory;
  }
}
