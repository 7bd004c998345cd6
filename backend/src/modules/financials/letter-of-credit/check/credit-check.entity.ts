import { Check, Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { LetterOfCredit } from '../letter-of-credit.entity';

/** What was found when an LC was last held against what it is to pay for; kept for lists, the findings are read anew. */
@Entity('letter_of_credit_checks')
@Check('ck_letter_of_credit_checks_counts', 'discrepancies >= 0 AND risks >= 0')
@Index('ix_letter_of_credit_checks_amend', ['letterOfCreditId'], { where: 'discrepancies > 0' })
export class LetterOfCreditCheck {
  @PrimaryColumn('uuid')
  letterOfCreditId: string;

  @OneToOne(() => LetterOfCredit, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  letterOfCredit: LetterOfCredit;

  /** That nobody let stand. */
  @Column('integer')
  discrepancies: number;

  @Column('integer')
  risks: number;

  /** Whether goods or documents of the LC are known: else there is little to hold against anything. */
  @Column('boolean')
  isRead: boolean;

  @Column({ type: 'timestamptz', precision: 3 })
  checkedAt: Date;
}
