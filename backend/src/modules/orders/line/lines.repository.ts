import { Injectable } from '@nestjs/common';
import { IsNull, type SelectQueryBuilder } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { PreparedRead } from '../../../platform/database/prepared-read';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { gatesJson, standingOf, type GateJson } from '../gates/gate-standing';
import { carriesOneOf } from '../order/orders.repository';
import { trashedOf, visibleTo } from '../order-scope';
import type { OrderStyle } from '../style/style.entity';
import { OrderLine } from './line.entity';
import { PlanColumn, type PlanStanding } from './plan-column';

@Injectable()
export class LinesRepository extends VersionedRepository<OrderLine> {
  private readonly linesOfOrders = new PreparedRead(this.transaction, 'lines_of_orders', () =>
    this.withStyle()
      .addSelect(gatesJson('line.id'), 'line_gates')
      .addSelect(this.planColumn.of('line.id'), 'line_plan')
      .addSelect(this.planColumn.isThere('line.id'), 'line_planned')
      .where('line.orderId = ANY(:orderIds)', { orderIds: [] })
      .orderBy('line.sequenceNumber')
      .addOrderBy('line.id'),
  );

  constructor(
    transaction: Transaction,
    private readonly planColumn: PlanColumn,
  ) {
    super(transaction, OrderLine);
  }

  /** Lines of these orders with their styles and gates, in their order. One statement. */
  async ofOrders(orderIds: readonly string[]): Promise<OrderLine[]> {
    if (!orderIds.length) return [];
    const { entities, rows } = await this.linesOfOrders.read(orderIds);
    return entities.map((line, index) =>
      Object.assign(withStandings(line, rows[index]), {
        plan: (rows[index]?.line_plan ?? null) as PlanStanding | null,
        planned: rows[index]?.line_planned === true,
      }),
    );
  }

  /** With its style and gates. @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<OrderLine> {
    const [line] = await withGates(this.visible(actor, 'order.read').andWhere('line.id = :id', { id }));
    if (!line) throw new ResourceNotFound('line');
    return line;
  }

  /** With its order and style; null when there is none, or it is not theirs. */
  find(id: string, actor: Actor, capability: Capability): Promise<OrderLine | null> {
    return this.visible(actor, capability).andWhere('line.id = :id', { id }).getOne();
  }

  /** A line of this order; null when there is none. */
  async findOfOrder(id: string, orderId: string): Promise<OrderLine | null> {
    const query = this.withStyle().where('line.id = :id AND line.orderId = :orderId', { id, orderId });
    const [line] = await withGates(query);
    return line ?? null;
  }

  /** Locks its order, then the line, in that order as everybody does. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, capability: Capability, expected?: number): Promise<OrderLine> {
    const [line] = await this.getAllForUpdate([id], actor, capability);
    if (!line) throw new ResourceNotFound('line');
    expectVersion(line, expected);
    return line;
  }

  /** From the trash with its style, which may lie there too; the order does not. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<OrderLine> {
    const query = this.rows
      .createQueryBuilder('line')
      .innerJoinAndSelect('line.order', 'order')
      .withDeleted()
      .innerJoinAndSelect('line.style', 'style');
    return trashedOf(visibleTo(query, actor, 'order.update'), id, 'line');
  }

  /** The lines that went to the trash together with their style. */
  trashedWith(style: OrderStyle): Promise<OrderLine[]> {
    return this.rows.find({
      where: { styleId: style.id, deletedAt: style.deletedAt ?? IsNull() },
      relations: { style: true },
      withDeleted: true,
    });
  }

  /**
   * Several lines, of one order or of several, with the orders locked as well: always in the order of their keys. Lines
   * of one order share it.
   */
  async getAllForUpdate(ids: readonly string[], actor: Actor, capability: Capability): Promise<OrderLine[]> {
    const query = this.visible(actor, capability)
      .andWhere('line.id IN (:...ids)', { ids })
      .orderBy('line.orderId')
      .addOrderBy('line.id')
      .setLock('pessimistic_write', undefined, ['"order"', 'line']);
    const lines = await withGates(query);
    const orders = new Map(lines.map(({ order }) => [order.id, order]));
    return lines.map((line) => Object.assign(line, { order: orders.get(line.orderId) }));
  }

  /** The highest part of the line's colour and CAD in its style, those in the trash counted too: no number comes twice. */
  async lastPartOf({ styleId, colorCode, colorName, cadCode, cadName }: OrderLine): Promise<number> {
    const same = (column: string) => `lower(line.${column}) IS NOT DISTINCT FROM lower(:${column})`;
    const found = await this.rows
      .createQueryBuilder('line')
      .withDeleted()
      .select('max(line.part)', 'last')
      .where('line.styleId = :styleId', { styleId })
      .andWhere(['colorCode', 'colorName', 'cadCode', 'cadName'].map(same).join(' AND '), {
        ...{ colorCode, colorName, cadCode, cadName },
      })
      .getRawOne<{ last: number | null }>();
    return found?.last ?? 1;
  }

  /** Of the orders that carry one of these numbers, with order and style. */
  ofNumbers(numbers: readonly string[], actor: Actor, capability: Capability): Promise<OrderLine[]> {
    return this.visible(actor, capability)
      .andWhere(carriesOneOf('CAST(:numbers AS text[])'), { numbers })
      .orderBy('line.orderId')
      .addOrderBy('line.id')
      .getMany();
  }

  /** For the house itself, whoever may see them: with order and style, locked in the order of their keys. */
  lockAll(ids: readonly string[]): Promise<OrderLine[]> {
    return this.locked().where('line.id IN (:...ids)', { ids }).getMany();
  }

  /** The same of an order: one of its lines, or all where none is named. */
  lockOfOrder(orderId: string, id: string | null): Promise<OrderLine[]> {
    const query = this.locked().where('line.orderId = :orderId', { orderId });
    return (id ? query.andWhere('line.id = :id', { id }) : query).getMany();
  }

  private locked() {
    return this.withStyle()
      .innerJoinAndSelect('line.order', 'order')
      .orderBy('line.orderId')
      .addOrderBy('line.id')
      .setLock('pessimistic_write', undefined, ['"order"', 'line']);
  }

  private withStyle() {
    return this.rows.createQueryBuilder('line').innerJoinAndSelect('line.style', 'style');
  }

  private visible(actor: Actor, capability: Capability) {
    return visibleTo(this.withStyle().innerJoinAndSelect('line.order', 'order'), actor, capability);
  }
}

/** The lines of a query, each with its gates, in the same statement. The query joins to-one relations only. */
async function withGates(query: SelectQueryBuilder<OrderLine>): Promise<OrderLine[]> {
  const { entities, raw } = await query
    .addSelect(gatesJson('line.id'), 'line_gates')
    .getRawAndEntities<{ line_gates: GateJson[] }>();
  return entities.map((line, index) => withStandings(line, raw[index]));
}

function withStandings(line: OrderLine, row: { line_gates?: GateJson[] } | undefined): OrderLine {
  line.gates = row?.line_gates?.map(standingOf) ?? [];
  return line;
}
