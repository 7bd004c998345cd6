import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { newId } from '../../../platform/database/base.entity';
import { User } from '../../auth/users/user.entity';

/** Under which a calendar programme reads what a person sees. A new one ends the one before; there is no secret in the row. */
@Entity('calendar_links')
@Index('uq_calendar_links_user_id', ['userId'], { unique: true })
export class CalendarLink {
  @PrimaryColumn('uuid')
  id: string = newId();

  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  user: User;

  @Column('uuid')
  userId: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
