import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Day } from '../../../platform/values/day';
import type { Unit } from '../../../platform/values/quantity';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { trashedOf, visibleTo } from '../../orders/order-scope';
import { ProductionEntry } from './entry.entity';
import { FABRIC_STAGES, PRODUCTION_STAGES, type ProductionStage } from './entry.vocabulary';

export const productionEntryList: ListDefinition = {
  alias: 'entry',
  filters: {
    orderId: { kind: 'id', column: 'entry.orderId' },
    orderLineId: { kind: 'id', column: 'entry.orderLineId' },
    stage: { kind: 'choice', column: 'entry.stage', values: PRODUCTION_STAGES },
    entryDateFrom: { kind: 'dayFrom', column: 'entry.entryDate' },
    entryDateTo: { kind: 'dayTo', column: 'entry.entryDate' },
  },
  search: ['order.searchText', 'entry.notes'],
  ordering: { entryDate: 'entry.entryDate', createdAt: 'entry.createdAt' },
  defaultOrdering: '-entryDate',
};

/** A line, a stage and a day. */
export interface Place {
  orderLineId: string;
  stage: ProductionStage;
  entryDate: Day;
}

/** What a stage of a line gave on one day in one unit. */
export interface DayOutput extends Place {
  unit: Unit;
  quantity: string;
}

/** A day of an order. */
export interface OrderDay {
  orderId: string;
  date: Day;
}

@Injectable()
export class ProductionEntriesRepository extends VersionedRepository<ProductionEntry> {
  constructor(transaction: Transaction) {
    super(transaction, ProductionEntry);
  }

  /** Those that count. */
  list(asked: ListQuery, actor: Actor): Promise<Page<ProductionEntry>> {
    return paginate(this.visible(actor, 'production.read').andWhere('entry.isCurrent'), productionEntryList, asked);
  }

  /** Also one that was corrected since. @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<ProductionEntry> {
    const entry = await this.visible(actor, 'production.read').andWhere('entry.id = :id', { id }).getOne();
    if (!entry) throw new ResourceNotFound('production entry');
    return entry;
  }

  /** Locks its order, then the row. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<ProductionEntry> {
    const entry = await this.visible(actor, 'production.write')
      .andWhere('entry.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'entry'])
      .getOne();
    if (!entry) throw new ResourceNotFound('production entry');
    expectVersion(entry, expected);
    return entry;
  }

  /** From the trash, its order not; locked after it. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<ProductionEntry> {
    return trashedOf(this.visible(actor, 'production.write'), id, 'production entry');
  }

  /** What it was before each correction, the latest first. */
  earlier({ seriesId, id }: ProductionEntry): Promise<ProductionEntry[]> {
    return this.people()
      .where('entry.seriesId = :seriesId AND entry.id <> :id', { seriesId, id })
      .orderBy('entry.createdAt', 'DESC')
      .addOrderBy('entry.id', 'DESC')
      .getMany();
  }

  /** The row of its series that counts; null once it was removed. */
  currentOf(seriesId: string): Promise<ProductionEntry | null> {
    return this.rows.findOneBy({ seriesId, isCurrent: true });
  }

  /** Entries with these keys, whosever they are, also what was corrected or removed since. */
  withKeys(deviceKeys: readonly string[]): Promise<ProductionEntry[]> {
    if (!deviceKeys.length) return Promise.resolve([]);
    return this.rows.find({ where: { deviceKey: In([...deviceKeys]) }, withDeleted: true });
  }

  /** All that counts of these lines. */
  ofLines(orderLineIds: readonly string[]): Promise<ProductionEntry[]> {
    return this.rows.find({ where: { orderLineId: In([...orderLineIds]), isCurrent: true } });
  }

  /** What each stage of these lines gave on each day, one row a unit, the first day first. */
  async output(orderLineIds: readonly string[]): Promise<DayOutput[]> {
    if (!orderLineIds.length) return [];
    return this.transaction.manager.query<DayOutput[]>(
      `SELECT order_line_id AS "orderLineId", stage, entry_date AS "entryDate", unit, sum(quantity) AS quantity
         FROM production_entries WHERE order_line_id = ANY($1) AND is_current AND deleted_at IS NULL
        GROUP BY order_line_id, stage, entry_date, unit ORDER BY order_line_id, entry_date`,
      [orderLineIds],
    );
  }

  /** What the sheets of these days are made of: entries of fabric with the style of their line, stage by stage. */
  ofDays(days: readonly OrderDay[]): Promise<ProductionEntry[]> {
    return this.rows
      .createQueryBuilder('entry')
      .withDeleted() // output of a line that went to the trash was made all the same
      .innerJoinAndSelect('entry.orderLine', 'line')
      .innerJoinAndSelect('line.style', 'style')
      .where('entry.isCurrent AND entry.deletedAt IS NULL AND entry.stage IN (:...stages)', {
        stages: Object.keys(FABRIC_STAGES),
      })
      .andWhere('(entry.orderId, entry.entryDate) IN (SELECT * FROM unnest(:orderIds::uuid[], :dates::date[]))', {
        orderIds: days.map(({ orderId }) => orderId),
        dates: days.map(({ date }) => date),
      })
      .orderBy(`array_position(ARRAY['knitting', 'dyeing', 'finishing'], entry.stage::text)`)
      .addOrderBy('entry.id')
      .getMany();
  }

  private people() {
    return this.rows
      .createQueryBuilder('entry')
      .leftJoin('entry.createdBy', 'person')
      .addSelect(['person.id', 'person.fullName']);
  }

  private visible(actor: Actor, capability: Capability) {
    const query = this.people()
      .innerJoin('entry.order', 'order')
      .addSelect(['order.id', 'order.orderNumber', 'order.customerName'])
      .leftJoin('entry.orderLine', 'line')
      .addSelect(['line.id', 'line.colorName', 'line.colorCode', 'line.cadName', 'line.cadCode'])
      .leftJoin('line.style', 'style')
      .addSelect(['style.id', 'style.styleNumber']);
    return visibleTo(query, actor, capability);
  }
}
