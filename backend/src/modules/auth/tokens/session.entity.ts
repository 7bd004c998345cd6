import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity';

/** A sign-in on one device: the family of its refresh tokens. Its id is the `sid` claim. */
@Entity('sessions')
export class Session {
  @PrimaryColumn('uuid')
  id: string;

  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  user: User;

  @Index('ix_sessions_user_id')
  @Column('uuid')
  userId: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt: Date;

  /** When its refresh token was last exchanged; at most the life of an access token ago while somebody works. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  lastUsedAt: Date;

  /** When they last showed who they are: at the sign-in, or since. */
  @Column('timestamptz', { default: () => 'now()' })
  provedAt: Date;

  /** It ends then, however busy it is. */
  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('varchar', { length: 300, nullable: true })
  userAgent: string | null;

  /** The network address that it was opened from. */
  @Column('varchar', { length: 64, nullable: true })
  address: string | null;
}
