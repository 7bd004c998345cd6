import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { newId } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { OrderLine } from '../../orders/line/line.entity';
import { Order } from '../../orders/order/order.entity';
import { sqlList } from '../../orders/vocabulary';
import type { AlertFacts } from './alert.words';
import { ALERT_RULE_KEYS, ALERT_SEVERITIES, type AlertRuleKey, type AlertSeverity } from './alert.vocabulary';

/** What of an alert nobody was told yet. */
export const ALERT_NEWS = ['raised', 'worsened', 'cleared'] as const;
export type AlertNews = (typeof ALERT_NEWS)[number];

/**
 * Something that needs somebody, found by a rule. It is open for as long as the rule finds it and then cleared; when the rule
 * finds it once more, that is another alert. Only the house itself writes it.
 */
@Entity('alerts')
@Check('ck_alerts_rule', `rule IN (${sqlList(ALERT_RULE_KEYS)})`)
@Check('ck_alerts_severity', `severity IN (${sqlList(ALERT_SEVERITIES)})`)
@Check(
  'ck_alerts_severity_rank',
  `severity_rank = CASE severity ${ALERT_SEVERITIES.map((each, rank) => `WHEN '${each}' THEN ${rank}`).join(' ')} END`,
)
@Check('ck_alerts_level', 'level IN (1, 2)')
@Check('ck_alerts_news', `news IN (${sqlList(ALERT_NEWS)})`)
@Index('uq_alerts_open', { synchronize: false })
@Index('ix_alerts_severity', { synchronize: false })
@Index('ix_alerts_news', { synchronize: false })
@Index('ix_alerts_order', ['orderId'])
@Index('ix_alerts_line', ['orderLineId'])
@Index('ix_alerts_owner', ['ownerId'])
export class Alert {
  @PrimaryColumn('uuid')
  id: string = newId();

  /** When it was raised; to the millisecond, as a cursor carries it. */
  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column('varchar', { length: 40 })
  rule: AlertRuleKey;

  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  /** What of the order it is about: the id of a line, an LC or a task, a gate and its holder, or nothing. */
  @Column('varchar', { length: 160 })
  key: string;

  /** Where it is about one line. */
  @ManyToOne(() => OrderLine, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn()
  orderLine: OrderLine | null;

  @Column('uuid', { nullable: true })
  orderLineId: string | null;

  /** Whose it is, where that is not who has the order: the doer of a task. */
  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  owner: User | null;

  @Column('uuid', { nullable: true })
  ownerId: string | null;

  /** 2 once it is worse. */
  @Column('smallint', { default: 1 })
  level: number;

  @Column('varchar', { length: 10 })
  severity: AlertSeverity;

  /** The severity as a number, for ordering. */
  @Column('smallint')
  severityRank: number;

  /** Why: what the rule found. */
  @Column('jsonb')
  facts: AlertFacts;

  /** The day from which it holds. */
  @Column('date')
  since: Day;

  @Column('varchar', { length: 10, nullable: true })
  news: AlertNews | null;

  /** When people were last told of it. */
  @Column('timestamptz', { nullable: true })
  toldAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  clearedAt: Date | null;
}
