import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import { ROLES, type Role } from '../access/actor';
import { User } from '../users/user.entity';

/** Somebody whom an admin asked into the house: by a link in a mail they name themselves and choose a password. */
@Entity('invitations')
@Check('ck_invitations_role', `role IN (${ROLES.map((role) => `'${role}'`).join(', ')})`)
@Index('uq_invitations_open_email', ['email'], {
  unique: true,
  where: 'accepted_at IS NULL AND withdrawn_at IS NULL AND deleted_at IS NULL',
})
export class Invitation extends BaseEntity {
  /** Lower case. */
  @Column('varchar', { length: 254 })
  email: string;

  @Column('varchar', { length: 255, nullable: true })
  fullName: string | null;

  @Column('varchar', { length: 20 })
  role: Role;

  @Column('varchar', { length: 100, nullable: true })
  department: string | null;

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  invitedBy: User;

  @Index('ix_invitations_invited_by_id')
  @Column('uuid')
  invitedById: string;

  /** SHA-256 of what the last link carries; none before it was sent. */
  @Index('uq_invitations_token_hash', { unique: true })
  @Column('varchar', { length: 64, nullable: true })
  tokenHash: string | null;

  /** When the mail server took it last. */
  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
}
