import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { Actor } from '../../auth/access/actor';
import { scopeOf, type Capability } from '../../auth/access/capabilities';
import { onVisibleOrdersAlone } from '../shipment-scope';
import { CommercialInvoice, CommercialInvoiceLine } from './commercial-invoice.entity';

@Injectable()
export class InvoicesRepository extends VersionedRepository<CommercialInvoice> {
  constructor(transaction: Transaction) {
    super(transaction, CommercialInvoice);
  }

  /** Of a shipment that the caller has shown to be visible, the latest first. */
  ofShipment(shipmentId: string): Promise<CommercialInvoice[]> {
    return this.withLines()
      .leftJoinAndSelect('invoice.createdBy', 'createdBy')
      .where('invoice.shipmentId = :shipmentId', { shipmentId })
      .orderBy('invoice.createdAt', 'DESC')
      .addOrderBy('line.sequenceNumber')
      .getMany();
  }

  /** The one that stands; null where none does. */
  findIssued(shipmentId: string): Promise<CommercialInvoice | null> {
    return this.withLines()
      .where(`invoice.shipmentId = :shipmentId AND invoice.status = 'issued'`, { shipmentId })
      .orderBy('line.sequenceNumber')
      .getOne();
  }

  /** Any, whether it stands or was cancelled; null where none was ever issued. */
  findAny(shipmentId: string): Promise<CommercialInvoice | null> {
    return this.rows.findOne({ where: { shipmentId }, order: { createdAt: 'DESC' } });
  }

  /** With its lines and shipment. @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<CommercialInvoice> {
    const invoice = await this.visible(actor, 'shipment.read')
      .andWhere('invoice.id = :id', { id })
      .orderBy('line.sequenceNumber')
      .getOne();
    if (!invoice) throw new ResourceNotFound('commercial invoice');
    return invoice;
  }

  /** Locks the row. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<CommercialInvoice> {
    const invoice = await this.visible(actor, 'shipment.write')
      .andWhere('invoice.id = :id', { id })
      .orderBy('line.sequenceNumber')
      .setLock('pessimistic_write', undefined, ['invoice'])
      .getOne();
    if (!invoice) throw new ResourceNotFound('commercial invoice');
    expectVersion(invoice, expected);
    return invoice;
  }

  async insertLines(lines: CommercialInvoiceLine[]): Promise<void> {
    await this.transaction.manager.insert(
      CommercialInvoiceLine,
      lines as QueryDeepPartialEntity<CommercialInvoiceLine>[],
    );
  }

  private withLines() {
    return this.rows.createQueryBuilder('invoice').innerJoinAndSelect('invoice.lines', 'line');
  }

  /** One whose orders are gone, or lie in the trash, is nobody's own: who sees the house sees it. */
  private visible(actor: Actor, capability: Capability) {
    const query = this.withLines()
      .leftJoinAndSelect('invoice.shipment', 'shipment')
      .leftJoinAndSelect('invoice.createdBy', 'createdBy');
    if (scopeOf(actor.role, capability) === 'house') return query.where('TRUE');
    return onVisibleOrdersAlone(query, actor, capability);
  }
}
