import { Check, Column, Entity, Index, Unique } from 'typeorm';
import { sqlList } from '../../orders/vocabulary';
import { CONTAINER_SIZES, type ContainerSize } from '../shipment.vocabulary';
import { OfShipment } from './of-shipment.entity';

/** A box that a shipment goes in. */
@Entity('shipment_containers')
@Check('ck_shipment_containers_size', `size IN (${sqlList(CONTAINER_SIZES)})`)
@Unique('uq_shipment_containers_number', ['shipmentId', 'containerNumber'])
@Index('ix_shipment_containers_number', ['containerNumber'])
export class ShipmentContainer extends OfShipment {
  /** ISO 6346, without blanks: `CSQU3054383`. */
  @Column('varchar', { length: 20 })
  containerNumber: string;

  /** Why the number stands although it does not check: a box of the shipper's own. */
  @Column('text', { nullable: true })
  numberReason: string | null;

  @Column('varchar', { length: 4 })
  size: ContainerSize;

  @Column('varchar', { length: 50, nullable: true })
  sealNumber: string | null;
}
