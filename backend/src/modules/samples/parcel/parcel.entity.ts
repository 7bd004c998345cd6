import { Check, Column, Entity, Index, JoinColumn, ManyToOne, VirtualColumn } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import type { SampleStatus, SampleType } from '../vocabulary';
import { ParcelAlreadyReceived, ParcelArrived, ReceivedBeforeSent } from './parcel.errors';

/** A sample in a parcel, as whoever looks at the parcel reads it. */
export interface ParcelContent {
  id: string;
  type: SampleType;
  version: number;
  status: SampleStatus;
  receivedOn: Day | null;
  orderId: string;
  orderNumber: string;
  customerName: string;
  merchandiserId: string | null;
  orderLineId: string | null;
  styleNumber: string | null;
  colorName: string | null;
  colorCode: string | null;
  cadName: string | null;
  cadCode: string | null;
  part: number;
}

const CONTENTS = (parcel: string): string => `
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'id', s.id, 'type', s.type, 'version', s.version, 'status', s.status, 'receivedOn', s.received_on,
    'orderId', o.id, 'orderNumber', o.order_number, 'customerName', o.customer_name, 'merchandiserId', o.merchandiser_id,
    'orderLineId', s.order_line_id, 'styleNumber', st.style_number, 'colorName', l.color_name, 'colorCode', l.color_code,
    'cadName', l.cad_name, 'cadCode', l.cad_code, 'part', coalesce(l.part, 1)) ORDER BY o.order_number, l.sequence_number, s.type, s.version), '[]')
  FROM samples s
  JOIN orders o ON o.id = s.order_id AND o.deleted_at IS NULL
  LEFT JOIN order_lines l ON l.id = s.order_line_id AND l.deleted_at IS NULL
  LEFT JOIN order_styles st ON st.id = l.style_id
  WHERE s.parcel_id = ${parcel}.id AND s.deleted_at IS NULL`;

/** One courier, one AWB, many swatches: it may carry samples of several orders. */
@Entity('parcels')
@Check('ck_parcels_received_on', 'received_on >= sent_on')
@Index('ix_parcels_created', { synchronize: false })
@Index('ix_parcels_sent_on', { synchronize: false })
@Index('ix_parcels_search', { synchronize: false })
export class Parcel extends BaseEntity {
  @Column('varchar', { length: 255 })
  courierName: string;

  @Column('varchar', { length: 100, nullable: true })
  awbNumber: string | null;

  @Column('varchar', { length: 255, nullable: true })
  recipient: string | null;

  @Column('date')
  sentOn: Day;

  @Column('date', { nullable: true })
  receivedOn: Day | null;

  @Column('text', { nullable: true })
  notes: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  createdBy: User | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;

  /** What was in it when it went to the trash: it comes back with that. */
  @Column('uuid', { array: true, default: '{}' })
  trashedSampleIds: string[];

  /** All that it carries, whosever it is; read, never written. */
  @VirtualColumn({ type: 'jsonb', query: CONTENTS })
  contents: ParcelContent[];

  /** @throws ParcelAlreadyReceived 409, ReceivedBeforeSent 422 */
  receive(on: Day): void {
    if (this.receivedOn) throw new ParcelAlreadyReceived(this.receivedOn);
    this.receivedOn = on;
    this.refuseReceiptBeforeSending('receivedOn');
  }

  /** It did not arrive after all. @returns the day that was recorded, null if none was */
  takeReceiptBack(): Day | null {
    const { receivedOn } = this;
    this.receivedOn = null;
    return receivedOn;
  }

  /** @throws ParcelArrived 409 */
  refuseOnceArrived(): void {
    if (this.receivedOn) throw new ParcelArrived(this.receivedOn);
  }

  /** @param field the day that was moved  @throws ReceivedBeforeSent 422 */
  refuseReceiptBeforeSending(field: 'sentOn' | 'receivedOn'): void {
    if (this.receivedOn && this.receivedOn < this.sentOn)
      throw new ReceivedBeforeSent(field, field === 'sentOn' ? this.receivedOn : this.sentOn);
  }
}
