import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { attachmentCheck, WithAttachment } from '../../../platform/storage/with-attachment';
import { User } from '../../auth/users/user.entity';
import { sqlList } from '../../orders/vocabulary';
import { Shipment } from '../shipment.entity';
import { PAPER_KINDS, PAPER_STATES, type PaperKind, type PaperState } from './paper.vocabulary';

/** A paper that a shipment needs: whose work it is, how far it is, and its file. */
@Entity('shipment_papers')
@Index('ix_shipment_papers_file_key', { synchronize: false })
@Check('ck_shipment_papers_kind', `kind IN (${sqlList(PAPER_KINDS)})`)
@Check('ck_shipment_papers_state', `state IN (${sqlList(PAPER_STATES)})`)
@Check('ck_shipment_papers_title', `kind <> 'other' OR title IS NOT NULL`)
@Check('ck_shipment_papers_originals', 'originals >= 0 AND copies >= 0')
@Check('ck_shipment_papers_file', attachmentCheck('file'))
@Index('ix_shipment_papers_shipment', ['shipmentId', 'createdAt'])
@Index('ix_shipment_papers_owner', ['ownerId'], { where: `deleted_at IS NULL AND state <> 'sent'` })
export class ShipmentPaper extends WithAttachment('file') {
  @ManyToOne(() => Shipment, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  shipment: Shipment;

  @Column('uuid')
  shipmentId: string;

  @Column('varchar', { length: 30 })
  kind: PaperKind;

  /** What it is called where its kind does not say. */
  @Column('varchar', { length: 150, nullable: true })
  title: string | null;

  @Column('boolean', { default: true })
  required: boolean;

  @Column('varchar', { length: 10, default: 'missing' })
  state: PaperState;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  owner: User | null;

  @Column('uuid', { nullable: true })
  ownerId: string | null;

  @Column('integer', { nullable: true })
  originals: number | null;

  @Column('integer', { nullable: true })
  copies: number | null;

  /** What is asked of it, in the words of the LC or of the buyer. */
  @Column('text', { nullable: true })
  wording: string | null;
}
