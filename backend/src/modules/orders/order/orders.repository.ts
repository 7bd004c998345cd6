import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { PreparedRead } from '../../../platform/database/prepared-read';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { CURRENCY, type ListDefinition, type ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { scopeOf, type Capability } from '../../auth/access/capabilities';
import { keptTotal } from '../kept-totals';
import { seesOrder, visibleTo } from '../order-scope';
import { ORDER_CATEGORIES, ORDER_STATUSES, ORDER_TYPES } from '../vocabulary';
import { Order } from './order.entity';

/** A PO number without what people write differently: case, blanks, dashes. With its own index. */
const numberKey = (number: string): string => `translate(lower(${number}), ' -_/.#', '')`;

/** Whether an order carries one of the `given`, an SQL array of texts. */
export const carriesOneOf = (given: string): string =>
  `${numberKey('order.orderNumber')} = ANY(ARRAY(SELECT ${numberKey('given')} FROM unnest(${given}) given))`;

/** Whether two PO numbers are the same to people. */
export const isSameNumber = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (number: string): string => number.toLowerCase().replace(/[ \-_/.#]/g, '');

export const orderList: ListDefinition = {
  alias: 'order',
  filters: {
    status: {
      kind: 'custom',
      values: ORDER_STATUSES,
      where: `(order.status IN (:values) OR EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = order.id AND l.deleted_at IS NULL AND l.status IN (:values)))`,
      description: 'The order, or one of its lines, has one of these statuses.',
    },
    orderStatus: {
      kind: 'choice',
      column: 'order.status',
      values: ORDER_STATUSES,
      description: 'The order itself, that is its least advanced line.',
    },
    category: { kind: 'choice', column: 'order.category', values: ORDER_CATEGORIES },
    orderType: { kind: 'choice', column: 'order.orderType', values: ORDER_TYPES },
    merchandiserId: { kind: 'id', column: 'order.merchandiserId' },
    currentStage: {
      kind: 'choice',
      column: 'order.currentStage',
      values: ['Design', 'Greige', 'Let Me Know', 'In Development', 'Production', 'Delivered'],
    },
    orderNumber: { kind: 'contains', column: 'order.orderNumber' },
    sameNumberAs: {
      kind: 'custom',
      where: carriesOneOf('ARRAY[:values]::text[]'),
      description:
        'Carries this PO number, whatever its case, blanks and dashes: the orders that a new one may repeat.',
    },
    customerName: { kind: 'contains', column: 'order.customerName' },
    buyerName: { kind: 'contains', column: 'order.buyerName' },
    fabricType: { kind: 'contains', column: 'order.fabricType' },
    etdFrom: {
      kind: 'dayFrom',
      column: 'order.earliestEtd',
      description: 'The first line leaves on this day or later.',
    },
    etdTo: { kind: 'dayTo', column: 'order.earliestEtd', description: 'The first line leaves on this day or earlier.' },
    withoutEtd: {
      kind: 'custom',
      values: ['true', 'false'],
      where: `(order.earliestEtd IS NULL)::text IN (:values)`,
      description: 'true: neither the order nor one of its lines has an ETD.',
    },
    unassigned: {
      kind: 'custom',
      values: ['true', 'false'],
      where: `(order.merchandiserId IS NULL)::text IN (:values)`,
      description: 'true: nobody has the order.',
    },
    currency: {
      kind: 'custom',
      where: `EXISTS (
        SELECT 1 FROM order_lines l WHERE l.order_id = order.id AND l.deleted_at IS NULL
          AND l.currency IN (:values) AND l.quantity IS NOT NULL AND l.prova_price IS NOT NULL
        UNION ALL
        SELECT 1 WHERE order.currency IN (:values) AND order.quantity IS NOT NULL AND order.provaPrice IS NOT NULL
          AND order.unit IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = order.id AND l.deleted_at IS NULL))`,
      known: CURRENCY,
      description: 'Its value, or a part of it, is in this currency: `USD`.',
    },
    deliveredFrom: {
      kind: 'dayFrom',
      column: 'order.actualDeliveryDate',
      description: 'Delivered on this day or later.',
    },
    deliveredTo: {
      kind: 'dayTo',
      column: 'order.actualDeliveryDate',
      description: 'Delivered on this day or earlier.',
    },
    orderDateFrom: { kind: 'dayFrom', column: 'order.orderDate' },
    orderDateTo: { kind: 'dayTo', column: 'order.orderDate' },
  },
  search: ['order.searchText'],
  ordering: {
    createdAt: 'order.createdAt',
    updatedAt: 'order.updatedAt',
    etd: 'order.earliestEtd',
    orderDate: 'order.orderDate',
    orderNumber: 'order.orderNumber',
    customerName: 'order.customerName',
  },
  defaultOrdering: '-createdAt',
};

const peopleOf = (query: SelectQueryBuilder<Order>) =>
  query.leftJoinAndSelect('order.merchandiser', 'merchandiser').leftJoinAndSelect('order.createdBy', 'creator');

/** What a row of the list shows, or makes its figures from. */
const LISTED = [
  'id',
  'uid',
  'orderNumber',
  'customerName',
  'buyerName',
  'season',
  'fabricType',
  'orderType',
  'status',
  'category',
  'currentStage',
  'quantity',
  'unit',
  'millPrice',
  'provaPrice',
  'currency',
  'etd',
  'earliestEtd',
  'orderDate',
  'expectedDeliveryDate',
  'actualDeliveryDate',
  'approvalStatus',
  'wholeDelivered',
  'revisionCount',
  'merchandiserId',
  'createdAt',
  'updatedAt',
  'rowVersion',
] as const satisfies readonly (keyof Order)[];

/** An order as the list reads it. */
export type ListedOrder = Pick<Order, (typeof LISTED)[number] | 'merchandiser'>;

@Injectable()
export class OrdersRepository extends VersionedRepository<Order> {
  private readonly withPeopleById = new PreparedRead(this.transaction, 'order_with_people', () =>
    peopleOf(this.rows.createQueryBuilder('order')).where('order.id = :id', { id: '' }),
  );

  constructor(transaction: Transaction) {
    super(transaction, Order);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<ListedOrder>> {
    const listed = this.visible(actor, 'order.read')
      .select(LISTED.map((property) => `order.${property}`))
      .leftJoin('order.merchandiser', 'merchandiser')
      .addSelect(['merchandiser.id', 'merchandiser.fullName']);
    return paginate(listed, orderList, asked, keptTotal(this.transaction.manager, 'status', actor, 'order.read'));
  }

  /** With its people. @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<Order> {
    const [order] = (await this.withPeopleById.read(id)).entities;
    if (!order || !seesOrder(order, actor)) throw new ResourceNotFound('order');
    return order;
  }

  /** The latest that carry one of these numbers, at most `most`. */
  withNumbers(numbers: readonly string[], actor: Actor, most: number): Promise<Order[]> {
    return this.visible(actor, 'order.read')
      .leftJoinAndSelect('order.merchandiser', 'merchandiser')
      .andWhere(carriesOneOf('CAST(:numbers AS text[])'), { numbers })
      .orderBy('order.createdAt', 'DESC')
      .limit(most)
      .getMany();
  }

  find(id: string, actor: Actor, capability: Capability): Promise<Order | null> {
    return this.visible(actor, capability).andWhere('order.id = :id', { id }).getOne();
  }

  /** Locks the row until the use case ends. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, capability: Capability, expected?: number): Promise<Order> {
    const order = await this.withPeople(actor, capability)
      .andWhere('order.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"'])
      .getOne();
    if (!order) throw new ResourceNotFound('order');
    expectVersion(order, expected);
    return order;
  }

  /** Several, locked in the order of their keys as everybody does; those that are not theirs are left out. */
  getAllForUpdate(ids: readonly string[], actor: Actor, capability: Capability): Promise<Order[]> {
    return this.withPeople(actor, capability)
      .andWhere('order.id IN (:...ids)', { ids })
      .orderBy('order.id')
      .setLock('pessimistic_write', undefined, ['"order"'])
      .getMany();
  }

  /** For who may delete it: also who made it, when it was handed to somebody else since. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForDeletion(id: string, actor: Actor, expected?: number): Promise<Order> {
    const order = await this.lock(id);
    if (!order || (order.createdById !== actor.id && !(await this.find(id, actor, 'order.delete'))))
      throw new ResourceNotFound('order');
    expectVersion(order, expected);
    return order;
  }

  /** From the trash, for who had it, who made it, and the house's managers. @throws ResourceNotFound 404 */
  async getTrashed(id: string, actor: Actor): Promise<Order> {
    const query = this.rows.createQueryBuilder('order').withDeleted().where('order.id = :id', { id });
    if (scopeOf(actor.role, 'order.delete') !== 'house')
      query.andWhere('(order.merchandiserId = :actorId OR order.createdById = :actorId)', { actorId: actor.id });
    const order = await query.andWhere('order.deletedAt IS NOT NULL').setLock('pessimistic_write').getOne();
    if (!order) throw new ResourceNotFound('order');
    return order;
  }

  /** Locks an order that was reached by something else the actor may see. Null when it is in the trash. */
  lock(id: string): Promise<Order | null> {
    return peopleOf(this.rows.createQueryBuilder('order'))
      .where('order.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"'])
      .getOne();
  }

  private withPeople(actor: Actor, capability: Capability) {
    return peopleOf(this.visible(actor, capability));
  }

  private visible(actor: Actor, capability: Capability) {
    return visibleTo(this.rows.createQueryBuilder('order'), actor, capability);
  }
}
