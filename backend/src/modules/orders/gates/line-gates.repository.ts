import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { visibleTo } from '../order-scope';
import { GATE_STATUSES, type GateKey } from '../vocabulary';
import { GATE, HOLDERS } from './gate.vocabulary';
import { LineGate } from './line-gate.entity';

/** A filter of `true` or `false`, written so that either becomes the plain condition once its value is known. */
const yesOrNo = (condition: string, description: string) => ({
  kind: 'custom' as const,
  values: ['true', 'false'],
  where: `(('true' IN (:values) AND ${condition}) OR ('false' IN (:values) AND NOT ${condition}))`,
  description,
});

/**
 * What somebody holds is nearly always of an open line. Postgres knows the share of open lines among all, and thinks the
 * gates as rare: of a value that it knows nothing of it takes the index of what is held, which is twenty times as fast.
 */
const OPEN = `coalesce(order.category, '') <> 'archived' AND coalesce(line.status, '') NOT IN ('completed', 'archived')`;

export const lineGateList: ListDefinition = {
  alias: 'gate',
  filters: {
    id: { kind: 'id', column: 'gate.id' },
    gateKey: {
      kind: 'custom',
      where: 'gate.gateKey IN (:values)',
      known: GATE,
      description: 'One of the nine, or of a custom gate. May be given more than once.',
    },
    holder: { kind: 'choice', column: 'gate.holder', values: HOLDERS },
    status: {
      kind: 'custom',
      values: [...GATE_STATUSES, 'untouched'],
      where: `coalesce(gate.status, 'untouched') IN (:values)`,
      description: 'May be given more than once.',
    },
    orderId: { kind: 'id', column: 'gate.orderId' },
    orderLineId: { kind: 'id', column: 'gate.orderLineId' },
    merchandiserId: { kind: 'id', column: 'order.merchandiserId' },
    dueFrom: { kind: 'dayFrom', column: 'gate.dueOn' },
    dueTo: { kind: 'dayTo', column: 'gate.dueOn' },
    waiting: yesOrNo(`(gate.holder IS NOT NULL AND ${OPEN})`, 'Somebody holds it, and the line is still open.'),
    overdue: yesOrNo(
      `(gate.holder IS NOT NULL AND coalesce(gate.dueOn < :today, FALSE) AND ${OPEN})`,
      'Whoever holds it is late, and the line is still open.',
    ),
    openCondition: yesOrNo(
      `(gate.condition IS NOT NULL AND gate.conditionMetOn IS NULL)`,
      'Approved with a condition that nobody has ticked yet.',
    ),
  },
  search: ['order.searchText'],
  ordering: { dueOn: 'gate.dueOn', heldSince: 'gate.heldSince', createdAt: 'gate.createdAt' },
  defaultOrdering: 'dueOn',
};

/** Gates of lines. What moves one has locked its line (LinesRepository), so that nobody else moves it meanwhile. */
@Injectable()
export class LineGatesRepository extends VersionedRepository<LineGate> {
  constructor(transaction: Transaction) {
    super(transaction, LineGate);
  }

  /** @param today of the house: what is due before it is overdue */
  list(asked: ListQuery, actor: Actor, today: Day): Promise<Page<LineGate>> {
    const query = this.rows
      .createQueryBuilder('gate')
      .innerJoin('gate.order', 'order')
      .addSelect(['order.id', 'order.orderNumber', 'order.customerName', 'order.merchandiserId'])
      .innerJoin('gate.orderLine', 'line')
      .addSelect([
        'line.id',
        'line.colorCode',
        'line.colorName',
        'line.cadCode',
        'line.cadName',
        'line.part',
        'line.millName',
      ])
      .addSelect(['line.status', 'line.etd', 'line.rowVersion'])
      .innerJoin('line.style', 'style')
      .addSelect(['style.id', 'style.styleNumber'])
      .leftJoin('order.merchandiser', 'merchandiser')
      .addSelect(['merchandiser.id', 'merchandiser.fullName']);
    return paginate(visibleTo(query, actor).setParameter('today', today), lineGateList, asked);
  }

  /** Those of these lines, in their order. */
  ofLines(lineIds: readonly string[]): Promise<LineGate[]> {
    if (!lineIds.length) return Promise.resolve([]);
    return this.rows.find({
      where: { orderLineId: In([...lineIds]) },
      order: { orderLineId: 'ASC', position: 'ASC', gateKey: 'ASC' },
    });
  }

  /** Of a line that the caller may see, or has locked. @throws ResourceNotFound 404, StaleVersion 412 */
  async getOf(orderLineId: string, gateKey: GateKey, expected?: number): Promise<LineGate> {
    const gate = await this.rows.findOne({ where: { orderLineId, gateKey }, relations: { conditionMetBy: true } });
    if (!gate) throw new ResourceNotFound('gate');
    expectVersion(gate, expected);
    return gate;
  }

  /** Off its line for good; nothing was ever recorded on it. */
  async remove(gate: LineGate): Promise<void> {
    await this.rows.delete({ id: gate.id });
  }
}
