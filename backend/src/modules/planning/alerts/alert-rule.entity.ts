import { Check, Column, Entity, Index } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import { sqlList } from '../../orders/vocabulary';
import {
  ALERT_AUDIENCES,
  ALERT_RULE_KEYS,
  ALERT_SEVERITIES,
  type AlertAudience,
  type AlertRuleKey,
  type AlertSeverity,
} from './alert.vocabulary';

/** What the house wants to be warned of, and how early. There is one row each rule; none is made or deleted. */
@Entity('alert_rules')
@Check('ck_alert_rules_rule', `rule IN (${sqlList(ALERT_RULE_KEYS)})`)
@Check('ck_alert_rules_severity', `severity IN (${sqlList(ALERT_SEVERITIES)})`)
@Check('ck_alert_rules_audience', `audience IN (${sqlList(ALERT_AUDIENCES)})`)
@Check('ck_alert_rules_threshold', 'threshold BETWEEN 1 AND 90')
@Index('uq_alert_rules_rule', ['rule'], { unique: true })
export class AlertRule extends BaseEntity {
  @Column('varchar', { length: 40 })
  rule: AlertRuleKey;

  @Column('boolean', { default: true })
  isOn: boolean;

  /** Days, or working days: `ALERT_RULES` says of what. */
  @Column('integer')
  threshold: number;

  /** At first; once it is worse, the next. */
  @Column('varchar', { length: 10 })
  severity: AlertSeverity;

  @Column('varchar', { length: 20 })
  audience: AlertAudience;
}
