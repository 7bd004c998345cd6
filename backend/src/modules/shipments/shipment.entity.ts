import { Check, Column, Entity, Index, JoinColumn, ManyToOne, VirtualColumn } from 'typeorm';
import { attachmentCheck, WithAttachment } from '../../platform/storage/with-attachment';
import type { Day } from '../../platform/values/day';
import type { Actor } from '../auth/access/actor';
import { seesOrder } from '../orders/order-scope';
import { Order } from '../orders/order/order.entity';
import { sqlList } from '../orders/vocabulary';
import { transportDoubt } from './numbers/number-doubt';
import { ArrivalBeforeShipping, DeliveredBeforeShipping, DoubtfulNumber, GoesWithOthers } from './shipment.errors';
import { SHIPMENT_STATUSES, shipmentLifecycle, type ShipmentStatus } from './shipment.lifecycle';
import {
  INCOTERMS,
  LOCODE,
  SHIPMENT_LOADS,
  SHIPMENT_MODES,
  type Incoterm,
  type ShipmentLoad,
  type ShipmentMode,
} from './shipment.vocabulary';

/** An order on a shipment, as whoever looks at the shipment may read it. */
export interface OrderOnShipment {
  id: string;
  orderNumber: string;
  customerName: string;
  merchandiserId: string | null;
}

const ORDERS = (shipment: string): string => `
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'orderNumber', o.order_number, 'customerName', o.customer_name,
      'merchandiserId', o.merchandiser_id) ORDER BY o.id <> ${shipment}.order_id, x.created_at, o.order_number), '[]')
  FROM shipment_orders x JOIN orders o ON o.id = x.order_id AND o.deleted_at IS NULL WHERE x.shipment_id = ${shipment}.id`;

/** Goods on their way: booked with a carrier under a number, with their papers. `orderId` is the first order that goes. */
@Entity('shipments')
@Index('ix_shipments_documents_key', { synchronize: false })
@Check('ck_shipments_status', `status IN (${sqlList(SHIPMENT_STATUSES)})`)
@Check('ck_shipments_estimated_arrival', 'estimated_arrival >= shipping_date')
@Check('ck_shipments_delivered', `(status = 'delivered') = (delivered_on IS NOT NULL)`)
@Check('ck_shipments_delivered_on', 'delivered_on >= shipping_date')
@Check('ck_shipments_return_reason', `(status = 'returned') = (return_reason IS NOT NULL)`)
@Check('ck_shipments_documents', attachmentCheck('documents'))
@Check('ck_shipments_mode', `mode IN (${sqlList(SHIPMENT_MODES)})`)
@Check('ck_shipments_load', `load IN (${sqlList(SHIPMENT_LOADS)})`)
@Check('ck_shipments_incoterm', `incoterm IN (${sqlList(INCOTERMS)})`)
@Check('ck_shipments_port_of_loading_code', `port_of_loading_code ~ '${LOCODE.source}'`)
@Check('ck_shipments_port_of_discharge_code', `port_of_discharge_code ~ '${LOCODE.source}'`)
@Check('ck_shipments_planned_arrival', 'planned_arrival >= planned_departure')
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

  /** Air waybill, bill of lading, or the courier's number. */
  @Column('varchar', { length: 100 })
  awbNumber: string;

  /** Why the number stands although its check digit says otherwise. */
  @Column('text', { nullable: true })
  numberReason: string | null;

  @Column('varchar', { length: 10, nullable: true })
  mode: ShipmentMode | null;

  @Column('varchar', { length: 3, nullable: true })
  load: ShipmentLoad | null;

  @Column('varchar', { length: 255, nullable: true })
  vesselName: string | null;

  @Column('varchar', { length: 50, nullable: true })
  voyageNumber: string | null;

  @Column('varchar', { length: 50, nullable: true })
  flightNumber: string | null;

  @Column('varchar', { length: 5, nullable: true })
  portOfLoadingCode: string | null;

  @Column('varchar', { length: 255, nullable: true })
  portOfLoadingName: string | null;

  @Column('varchar', { length: 5, nullable: true })
  portOfDischargeCode: string | null;

  @Column('varchar', { length: 255, nullable: true })
  portOfDischargeName: string | null;

  @Column('varchar', { length: 255, nullable: true })
  finalDestination: string | null;

  @Column('varchar', { length: 3, nullable: true })
  incoterm: Incoterm | null;

  /** The place that the Incoterm names. */
  @Column('varchar', { length: 255, nullable: true })
  incotermPlace: string | null;

  @Column('text', { nullable: true })
  consignee: string | null;

  @Column('text', { nullable: true })
  notifyParty: string | null;

  /** As it was promised when the shipment was booked; null where nobody kept it. */
  @Column('date', { nullable: true })
  plannedDeparture: Day | null;

  @Column('date', { nullable: true })
  plannedArrival: Day | null;

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

  /** Read, never written: the first of them leads. */
  @VirtualColumn({ type: 'jsonb', query: ORDERS })
  orders: OrderOnShipment[];

  isSeenWhole(actor: Actor): boolean {
    return this.ofOthers(actor).length === 0;
  }

  /** @throws GoesWithOthers 403 where an order is on it that is not theirs */
  refuseOthers(actor: Actor): void {
    const others = this.ofOthers(actor);
    if (others.length) throw new GoesWithOthers(others.map(({ orderNumber }) => orderNumber));
  }

  private ofOthers(actor: Actor): OrderOnShipment[] {
    return this.orders.filter((order) => !seesOrder(order, actor, 'shipment.read'));
  }

  /** The day it left; null while it has not. */
  get departedOn(): Day | null {
    return this.status === 'pending' ? null : this.shippingDate;
  }

  /** A number that does not check needs a reason; one that does keeps none. @throws DoubtfulNumber 422 */
  refuseDoubtfulNumber(): void {
    const doubt = transportDoubt(this.awbNumber, this.carrierName, this.mode ?? null);
    if (doubt && !this.numberReason) throw new DoubtfulNumber('awbNumber', 'numberReason', doubt);
    if (!doubt) this.numberReason = null;
  }

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
