import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { trashedOf } from '../../orders/order-scope';
import { onVisibleOrdersAlone } from '../shipment-scope';
import type { PaperKind } from './paper.vocabulary';
import { ShipmentPaper } from './shipment-paper.entity';

@Injectable()
export class PapersRepository extends VersionedRepository<ShipmentPaper> {
  constructor(transaction: Transaction) {
    super(transaction, ShipmentPaper);
  }

  /** Of a shipment that the caller has shown to be visible, in the order in which they were added. */
  ofShipment(shipmentId: string): Promise<ShipmentPaper[]> {
    return this.rows.find({
      where: { shipmentId },
      relations: { owner: true },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** The first of its kind; null when there is none. */
  findOfKind(shipmentId: string, kind: PaperKind): Promise<ShipmentPaper | null> {
    return this.rows.findOne({
      where: { shipmentId, kind },
      relations: { owner: true, shipment: true },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<ShipmentPaper> {
    const paper = await this.visible(actor, 'shipment.read').andWhere('paper.id = :id', { id }).getOne();
    if (!paper) throw new ResourceNotFound('shipment paper');
    return paper;
  }

  /** Locks its shipment, then the row. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<ShipmentPaper> {
    const paper = await this.visible(actor, 'shipment.write')
      .andWhere('paper.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['shipment', 'paper'])
      .getOne();
    if (!paper) throw new ResourceNotFound('shipment paper');
    expectVersion(paper, expected);
    return paper;
  }

  /** From the trash, its shipment not. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<ShipmentPaper> {
    const query = this.visible(actor, 'shipment.write').innerJoin('shipment.order', 'order');
    return trashedOf(query, id, 'shipment paper');
  }

  private visible(actor: Actor, capability: Capability) {
    const query = this.rows
      .createQueryBuilder('paper')
      .innerJoinAndSelect('paper.shipment', 'shipment')
      .leftJoinAndSelect('paper.owner', 'owner');
    return onVisibleOrdersAlone(query, actor, capability);
  }
}
