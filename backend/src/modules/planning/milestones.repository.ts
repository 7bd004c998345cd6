import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Transaction } from '../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../platform/listing/list-definition';
import { paginate, type Page } from '../../platform/listing/page';
import type { Actor } from '../auth/access/actor';
import type { Capability } from '../auth/access/capabilities';
import { trashedOf, visibleTo } from '../orders/order-scope';
import { LineMilestone } from './milestone.entity';
import { MILESTONE_STATES, STEP, type StepKey } from './milestone.vocabulary';
import type { TemplateStep } from './template/template.entity';

export const milestoneList: ListDefinition = {
  alias: 'milestone',
  filters: {
    orderId: { kind: 'id', column: 'milestone.orderId' },
    orderLineId: { kind: 'id', column: 'milestone.orderLineId' },
    milestone: {
      kind: 'custom',
      where: 'milestone.milestone IN (:values)',
      known: STEP,
      description: 'A key of a step; may be given more than once.',
    },
    state: { kind: 'choice', column: 'milestone.state', values: MILESTONE_STATES },
    plannedFrom: { kind: 'dayFrom', column: 'milestone.plannedOn' },
    plannedTo: { kind: 'dayTo', column: 'milestone.plannedOn' },
  },
  search: ['order.searchText'],
  ordering: { plannedOn: 'milestone.plannedOn', actualOn: 'milestone.actualOn', createdAt: 'milestone.createdAt' },
  defaultOrdering: 'createdAt',
};

@Injectable()
export class MilestonesRepository extends VersionedRepository<LineMilestone> {
  constructor(transaction: Transaction) {
    super(transaction, LineMilestone);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<LineMilestone>> {
    return paginate(this.visible(actor, 'milestone.read'), milestoneList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<LineMilestone> {
    const row = await this.visible(actor, 'milestone.read').andWhere('milestone.id = :id', { id }).getOne();
    if (!row) throw new ResourceNotFound('milestone');
    return row;
  }

  /** Locks its order, then the row. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<LineMilestone> {
    const row = await this.visible(actor, 'milestone.write')
      .andWhere('milestone.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'milestone'])
      .getOne();
    if (!row) throw new ResourceNotFound('milestone');
    expectVersion(row, expected);
    return row;
  }

  findOf(orderLineId: string, milestone: StepKey): Promise<LineMilestone | null> {
    return this.rows.findOneBy({ orderLineId, milestone });
  }

  /** In the order of their plans. */
  ofLines(orderLineIds: readonly string[]): Promise<LineMilestone[]> {
    return this.rows
      .createQueryBuilder('milestone')
      .where('milestone.orderLineId IN (:...orderLineIds)', { orderLineIds })
      .orderBy('milestone.orderLineId')
      .addOrderBy('milestone.position')
      .addOrderBy('milestone.id')
      .getMany();
  }

  /**
   * The same with those that were taken out, which lie in the trash; not those that are there anew. Of each line they stand
   * together. The two halves of the condition are the two indexes.
   */
  async ofLinesWithTakenOut(orderLineIds: readonly string[]): Promise<LineMilestone[]> {
    const orderLineId = In([...orderLineIds]);
    const rows = await this.rows.find({
      where: [
        { orderLineId, deletedAt: IsNull() },
        { orderLineId, deletedAt: Not(IsNull()) },
      ],
      order: { orderLineId: 'ASC', position: 'ASC', id: 'ASC' },
      withDeleted: true,
    });
    const of = ({ orderLineId: line, milestone }: LineMilestone) => `${line} ${milestone}`;
    const last = new Map(rows.filter(({ deletedAt }) => deletedAt).map((row) => [of(row), row]));
    for (const row of rows) if (!row.deletedAt) last.delete(of(row));
    return rows.filter((row) => !row.deletedAt || last.get(of(row)) === row);
  }

  /** Open steps of the plans that were laid from a template get these holders. */
  async handOver(templateId: string, handed: readonly Pick<TemplateStep, 'key' | 'holder'>[]): Promise<void> {
    await this.transaction.manager.query(
      `UPDATE line_milestones m SET holder = h.holder, row_version = m.row_version + 1, updated_at = now()
       FROM line_plans p, jsonb_to_recordset($2::jsonb) AS h (key text, holder text)
       WHERE p.template_id = $1 AND m.order_line_id = p.order_line_id AND m.milestone = h.key AND m.state <> 'done'
         AND m.holder <> h.holder`,
      [templateId, JSON.stringify(handed.map(({ key, holder }) => ({ key, holder })))],
    );
  }

  /** From the trash, its order not; locked after it. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<LineMilestone> {
    return trashedOf(this.visible(actor, 'milestone.write'), id, 'milestone');
  }

  private visible(actor: Actor, capability: Capability) {
    const query = this.rows
      .createQueryBuilder('milestone')
      .innerJoin('milestone.order', 'order')
      .innerJoinAndSelect('milestone.orderLine', 'line')
      .innerJoinAndSelect('line.style', 'style');
    return visibleTo(query, actor, capability);
  }
}
