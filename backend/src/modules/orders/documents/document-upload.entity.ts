import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from '../../auth/users/user.entity';
import { Order } from '../order/order.entity';

/** A file that was announced and is on its way, by a signed link or in parts; a document is made of it once it has arrived. */
@Entity('document_uploads')
@Index('ix_document_uploads_file_key', { synchronize: false })
@Check('ck_document_uploads_arrived', 'num_nulls(sha256, file_type) IN (0, 2) AND (resumable OR sha256 IS NULL)')
@Index('ix_document_uploads_created_at', ['createdAt'])
@Index('ix_document_uploads_order_id', ['orderId'])
@Index('ix_document_uploads_created_by_id', ['createdById'])
export class DocumentUpload {
  @PrimaryColumn('uuid')
  id: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  createdBy: User;

  @Column('uuid')
  createdById: string;

  /** Its key in the storage; null once a document has it. */
  @Column('varchar', { length: 300, nullable: true })
  file: string | null;

  @Column('varchar', { length: 255 })
  fileName: string;

  /** bytes, as announced: no other number of them is taken */
  @Column('integer')
  fileSize: number;

  /** In parts, through the API (tus); else at once, past it. */
  @Column('boolean', { default: false })
  resumable: boolean;

  /** Of one that came in parts, once all of it is in the storage: hex. */
  @Column('char', { length: 64, nullable: true })
  sha256: string | null;

  /** By its bytes. */
  @Column('varchar', { length: 100, nullable: true })
  fileType: string | null;
}
