import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity';

/** The authenticator app of a person: beside the password, whoever signs in shows a code of it. */
@Entity('second_factors')
export class SecondFactor {
  @OneToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  user: User;

  @PrimaryColumn('uuid')
  userId: string;

  /** Encrypted under a key of the house (`sealed.ts`). Never selected but by name. */
  @Column('varchar', { length: 300, select: false })
  secret: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  /** Before a first code was shown it is asked of nobody. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** The time step of the last code that was taken: it and those before are taken no more. */
  @Column('integer', { default: 0 })
  lastStep: number;
}
