import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { newId } from '../../../platform/database/base.entity';
import { Transaction } from '../../../platform/database/transaction';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { scopeOf } from '../../auth/access/capabilities';
import { AlertMute } from './alert-mute.entity';
import { Alert } from './alert.entity';
import { ALERT_RULE_KEYS, ALERT_SEVERITIES, type AlertRuleKey } from './alert.vocabulary';

export const ALERT_STATES = ['open', 'snoozed', 'muted', 'cleared'] as const;

export const alertList: ListDefinition = {
  alias: 'alert',
  filters: {
    orderId: { kind: 'id', column: 'alert.orderId' },
    orderLineId: { kind: 'id', column: 'alert.orderLineId' },
    merchandiserId: { kind: 'id', column: 'order.merchandiserId' },
    rule: { kind: 'choice', column: 'alert.rule', values: ALERT_RULE_KEYS },
    severity: { kind: 'choice', column: 'alert.severity', values: ALERT_SEVERITIES },
    state: {
      kind: 'custom',
      values: ALERT_STATES,
      where: `CASE WHEN alert.clearedAt IS NOT NULL THEN 'cleared' WHEN snooze.id IS NOT NULL THEN 'snoozed'
        WHEN mute.id IS NOT NULL THEN 'muted' ELSE 'open' END IN (:values)`,
      description: 'Open unless told: neither cleared, nor snoozed or muted by you.',
    },
  },
  search: ['order.searchText'],
  ordering: { severity: 'alert.severityRank', since: 'alert.since', createdAt: 'alert.createdAt' },
  defaultOrdering: '-severity,-since',
};

/** That a person does not want to hear of a rule. */
export type RuleMute = AlertMute & { rule: AlertRuleKey };

/** An alert as one person has it. */
export type AlertOf = Alert & { snooze?: AlertMute | null };

@Injectable()
export class AlertsRepository {
  constructor(private readonly transaction: Transaction) {}

  /** @param day the house's today: a snooze or a mute that ends on it has ended */
  list(asked: ListQuery, actor: Actor, day: Day): Promise<Page<AlertOf>> {
    const query = this.visible(actor, day);
    if (!asked.filters['state']) query.andWhere('alert.clearedAt IS NULL AND snooze.id IS NULL AND mute.id IS NULL');
    return paginate(query, alertList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor, day: Day): Promise<AlertOf> {
    const alert = await this.visible(actor, day).andWhere('alert.id = :id', { id }).getOne();
    if (!alert) throw new ResourceNotFound('alert');
    return alert;
  }

  async snooze(alertId: string, actor: Actor, untilOn: Day): Promise<void> {
    await this.put({ userId: actor.id, alertId, untilOn }, ['alert_id', 'user_id']);
  }

  async wake(alertId: string, actor: Actor): Promise<void> {
    await this.mutes.delete({ alertId, userId: actor.id });
  }

  /** The rules that this person does not want to hear of. */
  mutesOf(actor: Actor, day: Day): Promise<RuleMute[]> {
    return this.mutes
      .createQueryBuilder('mute')
      .where('mute.userId = :actorId AND mute.rule IS NOT NULL', { actorId: actor.id })
      .andWhere('(mute.untilOn IS NULL OR mute.untilOn > :day)', { day })
      .orderBy('mute.createdAt', 'DESC')
      .getMany() as Promise<RuleMute[]>;
  }

  /** Once more of the same is the same. */
  async mute(rule: AlertRuleKey, actor: Actor, untilOn: Day | null): Promise<RuleMute> {
    await this.put({ userId: actor.id, rule, untilOn }, ['user_id', 'rule']);
    return (await this.mutes.findOneByOrFail({ userId: actor.id, rule })) as RuleMute;
  }

  /** @throws ResourceNotFound 404 */
  async unmute(id: string, actor: Actor): Promise<void> {
    const { affected } = await this.mutes
      .createQueryBuilder()
      .delete()
      .where('id = :id AND user_id = :actorId AND rule IS NOT NULL', { id, actorId: actor.id })
      .execute();
    if (!affected) throw new ResourceNotFound('mute');
  }

  /** Of their orders, and those that are theirs on orders of others: a task that they are to do. */
  private visible(actor: Actor, day: Day): SelectQueryBuilder<AlertOf> {
    const ofRule =
      'mute.rule = alert.rule AND mute.userId = :actorId AND (mute.untilOn IS NULL OR mute.untilOn > :day)';
    const query = this.transaction.manager
      .createQueryBuilder(Alert, 'alert')
      .innerJoinAndSelect('alert.order', 'order')
      .leftJoinAndSelect('order.merchandiser', 'merchandiser')
      .leftJoinAndSelect('alert.orderLine', 'line')
      .leftJoinAndSelect('line.style', 'style')
      .leftJoinAndMapOne(
        'alert.snooze',
        AlertMute,
        'snooze',
        'snooze.alertId = alert.id AND snooze.userId = :actorId AND snooze.untilOn > :day',
      )
      .leftJoin(AlertMute, 'mute', ofRule)
      .setParameters({ actorId: actor.id, day });
    const scope = scopeOf(actor.role, 'alert.read');
    if (scope === 'own') return query.where('(order.merchandiserId = :actorId OR alert.ownerId = :actorId)');
    return query.where(scope === 'house' ? 'TRUE' : 'FALSE');
  }

  private async put(
    mute: Partial<Pick<AlertMute, 'userId' | 'alertId' | 'rule' | 'untilOn'>>,
    by: string[],
  ): Promise<void> {
    await this.mutes
      .createQueryBuilder()
      .insert()
      .values({ id: newId(), ...mute })
      .orUpdate(['until_on'], by)
      .updateEntity(false)
      .execute();
  }

  private get mutes() {
    return this.transaction.manager.getRepository(AlertMute);
  }
}
