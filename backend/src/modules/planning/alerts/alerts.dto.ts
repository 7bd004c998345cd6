import { DayField, Id, Instant, ListOf, Nested, OneOf, Text } from '../../../platform/http/fields';
import type { Day } from '../../../platform/values/day';
import { lineLabel } from '../../orders/line/lines.dto';
import { PersonDto } from '../../orders/order/orders.dto';
import { ChainLinkDto } from '../plan/plans.dto';
import {
  ALERT_RULE_KEYS,
  ALERT_RULES,
  ALERT_SEVERITIES,
  type AlertRuleKey,
  type AlertSeverity,
} from './alert.vocabulary';
import { alertWords } from './alert.words';
import type { AlertOf, RuleMute } from './alerts.repository';

const rule = { name: 'AlertRuleKey', example: 'plan_late' } as const;

export class AlertDto {
  @Id() id: string;
  @OneOf(ALERT_RULE_KEYS, rule) rule: AlertRuleKey;
  @Text({ max: 60, example: 'Plan is late' }) ruleLabel: string;
  @OneOf(ALERT_SEVERITIES, { name: 'Severity', example: 'critical' }) severity: AlertSeverity;
  @Text({ max: 1000, example: 'MT-2291 · White of PO-1182 will be 4 working days late.' }) title: string;
  @Text({
    max: 10000,
    min: 0,
    example:
      'As things stand it leaves on 9 Jan 2027; its ETD is 5 Jan 2027. What decides it: Yarn received (the mill …).',
  })
  why: string;
  @ListOf(() => ChainLinkDto, { max: 60, description: 'Of a late plan: the steps that decide, the first first.' })
  chain: ChainLinkDto[];
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, nullable: true, description: 'Null on an order that you do not see.', example: 'ANABIA' })
  customerName: string | null;
  @Id({ nullable: true, description: 'Where it is about one line.' }) orderLineId: string | null;
  @Text({ max: 600, nullable: true, example: 'MT-2291 · White' }) lineLabel: string | null;
  @Nested(() => PersonDto, { nullable: true }) merchandiser: PersonDto | null;
  @DayField({ description: 'From when it holds.', example: '2026-11-22' }) since: string;
  @Instant({ description: 'When it was found.' }) createdAt: string;
  @Instant({ nullable: true, description: 'When it was found no more.' }) clearedAt: string | null;
  @DayField({ nullable: true, description: 'You hear of it again on this day.', example: null }) snoozedUntil:
    | string
    | null;

  /** @param sees whether who asks sees the order itself, and not only what is theirs on it */
  static from(alert: AlertOf, day: Day, sees: boolean): AlertDto {
    const { order, orderLine: line, rule, facts } = alert;
    const label = line && lineLabel(line, line.style.styleNumber);
    return {
      id: alert.id,
      rule,
      ruleLabel: ALERT_RULES[rule].label,
      severity: alert.severity,
      ...alertWords({ rule, facts, orderNumber: order.orderNumber, lineLabel: label }, day),
      chain: facts.chain ?? [],
      orderId: alert.orderId,
      orderNumber: order.orderNumber,
      customerName: sees ? order.customerName : null,
      orderLineId: alert.orderLineId,
      lineLabel: sees ? label : null,
      merchandiser: PersonDto.from(order.merchandiser),
      since: alert.since,
      createdAt: alert.createdAt.toISOString(),
      clearedAt: alert.clearedAt?.toISOString() ?? null,
      snoozedUntil: alert.snooze?.untilOn ?? null,
    };
  }
}

export class SnoozeAlertDto {
  @DayField({
    optional: true,
    description: 'The day on which you hear of it again; tomorrow unless told.',
    example: '2030-06-30',
  })
  until?: string;
}

export class MuteAlertsDto {
  @OneOf(ALERT_RULE_KEYS, rule) rule: AlertRuleKey;
  @DayField({
    optional: true,
    nullable: true,
    description: 'The day on which you hear of it again; null: never.',
    example: '2030-06-30',
  })
  until?: string | null;
}

export class AlertMuteDto {
  @Id() id: string;
  @OneOf(ALERT_RULE_KEYS, rule) rule: AlertRuleKey;
  @Text({ max: 60, example: 'Plan is late' }) ruleLabel: string;
  @DayField({ nullable: true, description: 'You hear of it again on this day; null: never.' }) until: string | null;

  static from({ id, rule, untilOn }: RuleMute): AlertMuteDto {
    return { id, rule, ruleLabel: ALERT_RULES[rule].label, until: untilOn };
  }
}

export class AlertMutesDto {
  @ListOf(() => AlertMuteDto, { max: 20, description: 'The latest first.' }) results: AlertMuteDto[];
}
