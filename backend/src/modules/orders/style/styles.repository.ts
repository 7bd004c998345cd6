import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { trashedOf, visibleTo } from '../order-scope';
import { OrderStyle } from './style.entity';

@Injectable()
export class StylesRepository extends VersionedRepository<OrderStyle> {
  constructor(transaction: Transaction) {
    super(transaction, OrderStyle);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<OrderStyle> {
    const style = await this.visible(actor, 'order.read').andWhere('style.id = :id', { id }).getOne();
    if (!style) throw new ResourceNotFound('style');
    return style;
  }

  /** A style of this order; null when there is none. */
  findOfOrder(id: string, orderId: string): Promise<OrderStyle | null> {
    return this.rows.findOneBy({ id, orderId });
  }

  /** Locks its order, then the style. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<OrderStyle> {
    const style = await this.visible(actor, 'order.update')
      .andWhere('style.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'style'])
      .getOne();
    if (!style) throw new ResourceNotFound('style');
    expectVersion(style, expected);
    return style;
  }

  /** From the trash, its order not; locked after it. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<OrderStyle> {
    return trashedOf(this.visible(actor, 'order.update'), id, 'style');
  }

  private visible(actor: Actor, capability: Capability) {
    return visibleTo(
      this.rows.createQueryBuilder('style').innerJoinAndSelect('style.order', 'order'),
      actor,
      capability,
    );
  }
}
