import { Injectable } from '@nestjs/common';
import { SettingsRepository } from '../../../platform/database/settings.repository';
import { Transaction } from '../../../platform/database/transaction';
import type { ListDefinition } from '../../../platform/listing/list-definition';
import { AlertRule } from './alert-rule.entity';
import { ALERT_RULE_KEYS } from './alert.vocabulary';

export const alertRuleList: ListDefinition = {
  alias: 'rule',
  filters: { rule: { kind: 'choice', column: 'rule.rule', values: ALERT_RULE_KEYS } },
  search: [],
  ordering: { createdAt: 'rule.createdAt', rule: 'rule.rule' },
  defaultOrdering: 'rule',
};

@Injectable()
export class AlertRulesRepository extends SettingsRepository<AlertRule> {
  constructor(transaction: Transaction) {
    super(transaction, AlertRule, alertRuleList, 'rule of alerts');
  }
}
