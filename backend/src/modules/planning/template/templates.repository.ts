import { Injectable } from '@nestjs/common';
import { SettingsRepository } from '../../../platform/database/settings.repository';
import { Transaction } from '../../../platform/database/transaction';
import type { ListDefinition } from '../../../platform/listing/list-definition';
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
export class TemplatesRepository extends SettingsRepository<PlanTemplate> {
  constructor(transaction: Transaction) {
    super(transaction, PlanTemplate, templateList, 'template');
  }
}
