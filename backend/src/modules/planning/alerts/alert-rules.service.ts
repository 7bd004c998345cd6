import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { InvalidInput } from '../../../platform/errors/domain-error';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import type { AlertRule } from './alert-rule.entity';
import { AlertRulesRepository } from './alert-rules.repository';
import { ALERT_RULES } from './alert.vocabulary';
import type { UpdateAlertRuleDto } from './alert-rules.dto';
import { AlertRuleUpdated } from './alerts.events';

/** What the house is warned of, how early, how loudly, and who hears of it. */
@Injectable()
export class AlertRulesService {
  constructor(
    private readonly rules: AlertRulesRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  list(asked: ListQuery): Promise<Page<AlertRule>> {
    return this.rules.list(asked);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string): Promise<AlertRule> {
    return this.rules.get(id);
  }

  /** The worker goes through the house by it within seconds. @throws ResourceNotFound 404, StaleVersion 412, InvalidInput 400 */
  update(id: string, body: UpdateAlertRuleDto, actor: Actor, expected?: number): Promise<AlertRule> {
    return this.transaction.run(async () => {
      const rule = await this.rules.getForUpdate(id, expected);
      const before = { ...rule };
      Object.assign(rule, body);
      const [lowest, highest] = ALERT_RULES[rule.rule].range;
      if (rule.threshold < lowest || rule.threshold > highest)
        throw new InvalidInput({ threshold: [`This rule takes from ${lowest} to ${highest}.`] });
      const changes = changesBetween(before, rule, ['isOn', 'threshold', 'severity', 'audience']);
      if (isUnchanged(changes)) return rule;
      await this.rules.save(rule);
      await this.outbox.record(
        new AlertRuleUpdated({ id, rowVersion: rule.rowVersion }, actor, { ...changes, rule: rule.rule }),
      );
      return rule;
    });
  }
}
