import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import { User } from '../../auth/users/user.entity';
import { LetterOfCredit } from '../../financials/letter-of-credit/letter-of-credit.entity';

/** A person's word that a finding may stand, and why. It holds as long as both sides say what they said then. */
@Entity('finding_waivers')
@Check('ck_finding_waivers_reason', `reason <> ''`)
@Index('uq_finding_waivers_finding', { synchronize: false })
export class FindingWaiver extends BaseEntity {
  @ManyToOne(() => LetterOfCredit, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  letterOfCredit: LetterOfCredit;

  @Column('uuid')
  letterOfCreditId: string;

  /** Of the finding: its rule and the words of both sides, as a hash. */
  @Column('varchar', { length: 32 })
  findingKey: string;

  @Column('varchar', { length: 40 })
  rule: string;

  @Column('text')
  reason: string;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  createdBy: User | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;
}
