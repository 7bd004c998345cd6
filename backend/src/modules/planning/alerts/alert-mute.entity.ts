import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { newId } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { sqlList } from '../../orders/vocabulary';
import { ALERT_RULE_KEYS, type AlertRuleKey } from './alert.vocabulary';
import { Alert } from './alert.entity';

/** A person does not want to hear of a rule, or not now of one alert (a snooze). Theirs alone: others hear of it. */
@Entity('alert_mutes')
@Check('ck_alert_mutes_rule', `rule IN (${sqlList(ALERT_RULE_KEYS)})`)
@Check('ck_alert_mutes_of', '(rule IS NULL) <> (alert_id IS NULL)')
@Check('ck_alert_mutes_snooze', 'alert_id IS NULL OR until_on IS NOT NULL')
@Index('uq_alert_mutes_rule', ['userId', 'rule'], { unique: true })
@Index('uq_alert_mutes_alert', ['alertId', 'userId'], { unique: true })
export class AlertMute {
  @PrimaryColumn('uuid')
  id: string = newId();

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  user: User;

  @Column('uuid')
  userId: string;

  @Column('varchar', { length: 40, nullable: true })
  rule: AlertRuleKey | null;

  @ManyToOne(() => Alert, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn()
  alert: Alert | null;

  @Column('uuid', { nullable: true })
  alertId: string | null;

  /** The day on which they hear of it again; null: once it is taken back. */
  @Column('date', { nullable: true })
  untilOn: Day | null;
}
