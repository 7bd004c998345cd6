import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import type { NoticeKind, NoticeWay } from '../notices/kinds';
import { User } from '../../auth/users/user.entity';

/** What a person wants to be sent; who has said nothing gets the digest. */
@Entity('notification_preferences')
@Check('ck_notification_preferences_ways', `jsonb_typeof(ways) = 'object'`)
export class NotificationPreference {
  @PrimaryColumn('uuid')
  userId: string;

  @OneToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user: User;

  /** The mail of what is open, once a day. */
  @Column('boolean', { default: true })
  digest: boolean;

  /** How to hear of each kind of notice, where it is not the usual way. */
  @Column('jsonb', { default: () => "'{}'" })
  ways: Partial<Record<NoticeKind, NoticeWay>>;
}
