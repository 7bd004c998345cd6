import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from '../../auth/users/user.entity';
import { Order } from '../order/order.entity';

/** A file that was announced and is on its way by a signed link; a document is made of it once it has arrived. */
@Entity('document_uploads')
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

  /** bytes, as announced: the link takes no other number of them */
  @Column('integer')
  fileSize: number;
}
