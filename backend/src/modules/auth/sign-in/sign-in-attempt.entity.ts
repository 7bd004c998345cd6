import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Tries to sign in that have not succeeded, counted per account (known or not) and per address they came from. */
@Entity('sign_in_attempts')
@Check('ck_sign_in_attempts_failures', 'failures > 0')
@Index('ix_sign_in_attempts_last_at', ['lastAt'])
export class SignInAttempt {
  /** `account:` and the hash of the e-mail address as typed, or `address:` and the network address. */
  @PrimaryColumn('varchar', { length: 100 })
  key: string;

  @Column('integer')
  failures: number;

  @Column('timestamptz')
  lastAt: Date;

  /** Until then every further try is refused unread. */
  @Column('timestamptz')
  blockedUntil: Date;
}
