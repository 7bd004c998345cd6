import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import { ORDER_TYPES } from '../../orders/vocabulary';
import { PlanTemplate } from './template.entity';

export const templateList: ListDefinition = {
  alias: 'template',
  filters: { orderType: { kind: 'choice', column: 'template.orderType', values: ORDER_TYPES } },
  search: ['template.name'],
  ordering: { position: 'template.position', name: 'template.name', createdAt: 'template.createdAt' },
  defaultOrdering: 'position',
};

@Injectable()
export class TemplatesRepository extends VersionedRepository<PlanTemplate> {
  constructor(transaction: Transaction) {
    super(transaction, PlanTemplate);
  }

  list(asked: ListQuery): Promise<Page<PlanTemplate>> {
    return paginate(this.rows.createQueryBuilder('template'), templateList, asked);
  }

  all(): Promise<PlanTemplate[]> {
    return this.rows.find();
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string): Promise<PlanTemplate> {
    const template = await this.rows.findOneBy({ id });
    if (!template) throw new ResourceNotFound('template');
    return template;
  }

  /** Locks the row. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, expected?: number): Promise<PlanTemplate> {
    const template = await this.rows.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!template) throw new ResourceNotFound('template');
    expectVersion(template, expected);
    return template;
  }
}
