import { Column, CreateDateColumn, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { newId } from '../../../platform/database/base.entity';
import { Shipment } from '../shipment.entity';

/** A row of one of the lists of a shipment: a list is written whole, so its rows have no version and no trash of their own. */
export abstract class OfShipment {
  @PrimaryColumn('uuid')
  id: string = newId();

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @ManyToOne(() => Shipment, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  shipment: Shipment;

  @Column('uuid')
  shipmentId: string;

  /** Its place in the list. */
  @Column('integer')
  sequenceNumber: number;
}
