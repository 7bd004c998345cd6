import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { visibleTo } from '../order-scope';
import { OrderLine } from './line.entity';

@Injectable()
export class LinesRepository extends VersionedRepository<OrderLine> {
  constructor(transaction: Transaction) {
    super(transaction, OrderLine);
  }

  /** Lines of these orders with their styles, in their order. One statement. */
  ofOrders(orderIds: readonly string[]): Promise<OrderLine[]> {
    if (!orderIds.length) return Promise.resolve([]);
    return this.rows.find({
      where: { orderId: In([...orderIds]) },
      relations: { style: true },
      order: { sequenceNumber: 'ASC', id: 'ASC' },
    });
  }

  /** With its style. @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<OrderLine> {
    const line = await this.visible(actor, 'order.read').andWhere('line.id = :id', { id }).getOne();
    if (!line) throw new ResourceNotFound('line');
    return line;
  }

  /** A line of this order; null when there is none. */
  findOfOrder(id: string, orderId: string): Promise<OrderLine | null> {
    return this.rows.findOne({ where: { id, orderId }, relations: { style: true } });
  }

  /** Locks its order, then the line, in that order as everybody does. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, capability: Capability, expected?: number): Promise<OrderLine> {
    const line = await this.visible(actor, capability)
      .andWhere('line.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'line'])
      .getOne();
    if (!line) throw new ResourceNotFound('line');
    expectVersion(line, expected);
    return line;
  }

  private visible(actor: Actor, capability: Capability) {
    const query = this.rows
      .createQueryBuilder('line')
      .innerJoinAndSelect('line.order', 'order')
      .innerJoinAndSelect('line.style', 'style');
    return visibleTo(query, actor, capability);
  }
}
