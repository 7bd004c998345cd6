import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { dayWords } from '../../platform/values/words';
import { touches } from '../orders/revision/figures';
import type { Affected, FigureChange, OrderImpact } from '../orders/revision/order-impact';
import { Shipment } from './shipment.entity';

type Booked = Pick<Shipment, 'id' | 'awbNumber' | 'carrierName' | 'shippingDate' | 'status'>;

/** Room that is booked was booked for a quantity and a day. What has arrived is not touched any more. */
@Injectable()
export class ShipmentImpact implements OrderImpact {
  constructor(private readonly transaction: Transaction) {}

  async affectedBy(change: FigureChange): Promise<Affected[]> {
    if (!touches(change.figures, 'quantity', 'unit', 'etd')) return [];
    const booked = await this.transaction.manager
      .createQueryBuilder(Shipment, 'shipment')
      .where(`shipment.id IN (SELECT x.shipment_id FROM shipment_orders x WHERE x.order_id = :orderId)`, {
        orderId: change.before.order.id,
      })
      .andWhere(`shipment.status IN ('pending', 'in_transit')`)
      .orderBy('shipment.shippingDate')
      .getMany();
    return booked.flatMap((shipment) => shipmentAffected(shipment, change) ?? []);
  }
}

export function shipmentAffected(shipment: Booked, { figures, line, after }: FigureChange): Affected | null {
  const pending = shipment.status === 'pending';
  const day = dayWords(shipment.shippingDate);
  const sentences: string[] = [];
  if (touches(figures, 'quantity', 'unit'))
    sentences.push(
      pending
        ? `Booked to leave on ${day} with the quantity as it was.`
        : `It left on ${day} with papers for the quantity as it was.`,
    );
  const etd = touches(figures, 'etd') ? (line ?? after.order).etd : null;
  if (etd && pending && etd !== shipment.shippingDate)
    sentences.push(
      `It is booked for ${day}, ${shipment.shippingDate < etd ? 'before' : 'after'} the new ETD of ${dayWords(etd)}.`,
    );
  if (!sentences.length) return null;
  const title = `Shipment ${shipment.awbNumber} with ${shipment.carrierName}`;
  return { kind: 'shipment', id: shipment.id, title, sentence: sentences.join(' ') };
}
