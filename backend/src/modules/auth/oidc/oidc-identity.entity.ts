import { Check, Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity';

/** Whom a person is to an identity provider. One that they unlinked stays, so that it is not linked again by their address alone. */
@Entity('oidc_identities')
@Check('ck_oidc_identities_issuer', `issuer <> '' AND subject <> ''`)
@Index('uq_oidc_identities_subject', ['issuer', 'subject'], { unique: true, where: 'unlinked_at IS NULL' })
export class OidcIdentity {
  @OneToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  user: User;

  @PrimaryColumn('uuid')
  userId: string;

  @Column('varchar', { length: 500 })
  issuer: string;

  /** `sub`: what the provider calls them, for ever. */
  @Column('varchar', { length: 255 })
  subject: string;

  /** As the provider said it when it was linked; to be recognized by, and for nothing else. */
  @Column('varchar', { length: 254, nullable: true })
  email: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  linkedAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  unlinkedAt: Date | null;
}
