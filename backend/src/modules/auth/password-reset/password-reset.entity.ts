import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity';

/** A link by which a person who forgot their password sets another: for half an hour, and once. */
@Entity('password_resets')
export class PasswordReset {
  @PrimaryColumn('uuid')
  id: string;

  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  user: User;

  @Index('ix_password_resets_user_id')
  @Column('uuid')
  userId: string;

  /** SHA-256 of what the link carries. */
  @Index('uq_password_resets_token_hash', { unique: true })
  @Column('varchar', { length: 64 })
  tokenHash: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  /** When it was followed, or another of the same person's was. */
  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
