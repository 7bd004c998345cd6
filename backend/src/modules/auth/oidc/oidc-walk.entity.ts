import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Session } from '../tokens/session.entity';

/** A way to the identity provider and back, of one browser: begun, answered by the provider once, ended once. */
@Entity('oidc_walks')
@Check('ck_oidc_walks_answered', 'subject IS NULL OR answered_at IS NOT NULL')
@Index('ix_oidc_walks_expires_at', ['expiresAt'])
export class OidcWalk {
  /** SHA-256 of what the browser keeps, of which state, nonce and verifier are made. */
  @PrimaryColumn('varchar', { length: 64 })
  tokenHash: string;

  /** The page of ours that they wanted. */
  @Column('varchar', { length: 500 })
  next: string;

  /** Of somebody who is signed in and links an identity; none of who signs in. */
  @ManyToOne(() => Session, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn()
  session: Session | null;

  @Index('ix_oidc_walks_session_id')
  @Column('uuid', { nullable: true })
  sessionId: string | null;

  @Column('timestamptz')
  expiresAt: Date;

  /** From then on its state is good for nothing. */
  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @Column('varchar', { length: 255, nullable: true })
  subject: string | null;

  /** As the provider has verified it. */
  @Column('varchar', { length: 254, nullable: true })
  email: string | null;

  /** The provider says that it asked for more than a password. */
  @Column('boolean', { default: false })
  hasSecondFactor: boolean;
}
