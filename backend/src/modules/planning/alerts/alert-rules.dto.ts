import { Flag, Id, Instant, OneOf, Text, Whole } from '../../../platform/http/fields';
import type { AlertRule } from './alert-rule.entity';
import {
  ALERT_AUDIENCES,
  ALERT_RULE_KEYS,
  ALERT_RULES,
  ALERT_SEVERITIES,
  THRESHOLD_UNITS,
  type AlertAudience,
  type AlertRuleKey,
  type AlertSeverity,
  type ThresholdUnit,
} from './alert.vocabulary';

const rule = { name: 'AlertRuleKey', example: 'plan_late' } as const;
const threshold = { min: 1, max: 90, example: 7 } as const;
const severity = {
  name: 'Severity',
  description: 'At first; one step more once it is worse.',
  example: 'warning',
} as const;
const audience = {
  name: 'AlertAudience',
  description: 'Who has the order (of a task, who is to do it), and managers at once or once it is worse.',
  example: 'managers_when_worse',
} as const;

export class UpdateAlertRuleDto {
  @Flag({ optional: true, description: 'Off: what it has found is cleared.', example: true }) isOn?: boolean;
  @Whole({ ...threshold, optional: true }) threshold?: number;
  @OneOf(ALERT_SEVERITIES, { ...severity, optional: true }) severity?: AlertSeverity;
  @OneOf(ALERT_AUDIENCES, { ...audience, optional: true }) audience?: AlertAudience;
}

export class AlertRuleDto {
  @Id() id: string;
  @OneOf(ALERT_RULE_KEYS, rule) rule: AlertRuleKey;
  @Text({ max: 60, example: 'Plan is late' }) label: string;
  @Text({
    max: 400,
    description: 'When it is raised, n being the threshold.',
    example: 'The forecast of a line is n …',
  })
  description: string;
  @Flag({ example: true }) isOn: boolean;
  @Whole(threshold) threshold: number;
  @OneOf(THRESHOLD_UNITS, { name: 'AlertThresholdUnit', example: 'days' }) unit: ThresholdUnit;
  @Whole({ ...threshold, description: 'The lowest threshold it takes.', example: 1 }) lowest: number;
  @Whole({ ...threshold, description: 'The highest threshold it takes.', example: 60 }) highest: number;
  @OneOf(ALERT_SEVERITIES, severity) severity: AlertSeverity;
  @OneOf(ALERT_AUDIENCES, audience) audience: AlertAudience;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(row: AlertRule): AlertRuleDto {
    const { label, description, unit, range } = ALERT_RULES[row.rule];
    return {
      id: row.id,
      rule: row.rule,
      label,
      description,
      isOn: row.isOn,
      threshold: row.threshold,
      unit,
      lowest: range[0],
      highest: range[1],
      severity: row.severity,
      audience: row.audience,
      updatedAt: row.updatedAt.toISOString(),
      rowVersion: row.rowVersion,
    };
  }
}
