import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { attachmentCheck, WithAttachment } from '../../platform/storage/with-attachment';
import type { Day } from '../../platform/values/day';
import { Order } from '../orders/order/order.entity';
import { sqlList } from '../orders/vocabulary';
import { ArrivalBeforeShipping, DeliveredBeforeShipping } from './shipment.errors';
import { SHIPMENT_STATUSES, shipmentLifecycle, type ShipmentStatus } from './shipment.lifecycle';

/** Goods of an order on their way: booked with a carrier under a number, with their papers. */
@Entity('shipments')
@Check('ck_shipments_status', `status IN (${sqlList(SHIPMENT_STATUSES)})`)
@Check('ck_shipments_estimated_arrival', 'estimated_arrival >= shipping_date')
@Check('ck_shipments_delivered', `(status = 'delivered') = (delivered_on IS NOT NULL)`)
@Check('ck_shipments_delivered_on', 'delivered_on >= shipping_date')
@Check('ck_shipments_return_reason', `(status = 'returned') = (return_reason IS NOT NULL)`)
@Check('ck_shipments_documents', attachmentCheck('documents'))
@Index('ix_shipments_order_id', ['orderId', 'shippingDate'])
@Index('ix_shipments_created', { synchronize: false })
@Index('ix_shipments_shipping_date', { synchronize: false })
@Index('ix_shipments_status_shipping_date', { synchronize: false })
@Index('ix_shipments_search', { synchronize: false })
export class Shipment extends WithAttachment('documents') {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @Column('varchar', { length: 255 })
  carrierName: string;

  @Column('varchar', { length: 100 })
  awbNumber: string;

  /** While pending, the day it is to leave; afterwards the day it left. */
  @Column('date')
  shippingDate: Day;

  @Column('varchar', { length: 20, default: 'pending' })
  status: ShipmentStatus;

  @Column('date', { nullable: true })
  estimatedArrival: Day | null;

  @Column('date', { nullable: true })
  deliveredOn: Day | null;

  /** Why it came back; gone when it is sent once more, and still in its history then. */
  @Column('text', { nullable: true })
  returnReason: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  /** @throws IllegalTransition 409, ArrivalBeforeShipping 422 */
  depart(shippingDate: Day, estimatedArrival: Day | null): void {
    const status = shipmentLifecycle.step(this.status, 'in_transit');
    if (estimatedArrival && estimatedArrival < shippingDate) throw new ArrivalBeforeShipping(shippingDate);
    Object.assign(this, { status, shippingDate, estimatedArrival, returnReason: null });
  }

  /** @throws IllegalTransition 409, DeliveredBeforeShipping 422 */
  deliver(deliveredOn: Day): void {
    const status = shipmentLifecycle.step(this.status, 'delivered');
    if (deliveredOn < this.shippingDate) throw new DeliveredBeforeShipping('deliveredOn', this.shippingDate);
    Object.assign(this, { status, deliveredOn });
  }

  /** @throws IllegalTransition 409 */
  return(reason: string): void {
    this.status = shipmentLifecycle.step(this.status, 'returned');
    this.returnReason = reason;
  }

  /** @throws ArrivalBeforeShipping 422, DeliveredBeforeShipping 422 */
  refuseDaysOutOfOrder(): void {
    if (this.estimatedArrival && this.estimatedArrival < this.shippingDate)
      throw new ArrivalBeforeShipping(this.shippingDate);
    if (this.deliveredOn && this.deliveredOn < this.shippingDate)
      throw new DeliveredBeforeShipping('shippingDate', this.deliveredOn);
  }
}
