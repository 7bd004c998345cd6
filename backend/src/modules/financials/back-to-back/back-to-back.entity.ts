import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { sqlList } from '../../orders/vocabulary';
import { LetterOfCredit } from '../letter-of-credit/letter-of-credit.entity';
import type { BankingDays } from '../letter-of-credit/ucp/clocks';
import { maturityOf, USANCE_STARTS, type UsanceStart } from './back-to-back.rules';

/** An LC that our bank opens to a mill, on the strength of the buyer's: the master. In the master's currency. */
@Entity('back_to_back_credits')
@Check('ck_back_to_back_credits_amount', 'amount > 0')
@Check('ck_back_to_back_credits_usance_days', 'usance_days BETWEEN 0 AND 720')
@Check('ck_back_to_back_credits_usance_from', `usance_from IN (${sqlList(USANCE_STARTS)})`)
@Check('ck_back_to_back_credits_accepted_on', 'accepted_on >= opened_on')
@Check('ck_back_to_back_credits_paid_on', 'paid_on >= opened_on')
@Check('ck_back_to_back_credits_expiry_date', 'expiry_date >= opened_on')
@Index('ix_back_to_back_credits_letter_of_credit_id', ['letterOfCreditId'])
@Index('ix_back_to_back_credits_amount', { synchronize: false })
@Index('ix_back_to_back_credits_due', { synchronize: false })
@Index('uq_back_to_back_credits_number', { synchronize: false })
export class BackToBackCredit extends BaseEntity {
  @ManyToOne(() => LetterOfCredit, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  letterOfCredit: LetterOfCredit;

  @Column('uuid')
  letterOfCreditId: string;

  /** Our bank's number, or ours (`BB-00042`) until it is known. */
  @Column('varchar', { length: 100 })
  creditNumber: string;

  @Column('varchar', { length: 255 })
  millName: string;

  @Column('numeric', { precision: 16, scale: 3 })
  amount: string;

  @Column('integer')
  usanceDays: number;

  @Column('varchar', { length: 10 })
  usanceFrom: UsanceStart;

  @Column('date', { nullable: true })
  openedOn: Day | null;

  @Column('date', { nullable: true })
  expiryDate: Day | null;

  @Column('date', { nullable: true })
  shippedOn: Day | null;

  @Column('date', { nullable: true })
  expectedOn: Day | null;

  @Column('date', { nullable: true })
  acceptedOn: Day | null;

  @Column('date', { nullable: true })
  maturesOn: Day | null;

  @Column('date', { nullable: true })
  paidOn: Day | null;

  /** Reckoned, so that a list can be ordered by it. */
  @Column('date', { nullable: true })
  dueOn: Day | null;

  /** Utilisation declaration (BGMEA, BKMEA) that lists it. */
  @Column('varchar', { length: 50, nullable: true })
  udNumber: string | null;

  /** Why it stands although it is above the limit or the longest usance. */
  @Column('text', { nullable: true })
  exceptionReason: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  createdBy: User | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;

  /** @param bank ours, which pays */
  reckon(bank: BankingDays): void {
    this.dueOn = maturityOf(this, bank);
  }
}

/** What of a master is no FOB value. Without a row: nothing. */
@Entity('back_to_back_bases')
@Check('ck_back_to_back_bases_deductions', 'freight >= 0 AND insurance >= 0 AND commission >= 0')
export class BackToBackBasis {
  @PrimaryColumn('uuid')
  letterOfCreditId: string;

  @ManyToOne(() => LetterOfCredit, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  letterOfCredit: LetterOfCredit;

  @Column('numeric', { precision: 16, scale: 3, default: 0 })
  freight: string;

  @Column('numeric', { precision: 16, scale: 3, default: 0 })
  insurance: string;

  @Column('numeric', { precision: 16, scale: 3, default: 0 })
  commission: string;
}

/** What may be opened on a master, and for how long, from a day on: circulars change. */
@Entity('back_to_back_rules')
@Check('ck_back_to_back_rules_limit_percent', 'limit_percent > 0 AND limit_percent <= 100')
@Check('ck_back_to_back_rules_max_usance_days', 'max_usance_days BETWEEN 0 AND 720')
@Index('uq_back_to_back_rules_day', ['validFrom'], { unique: true, where: 'deleted_at IS NULL' })
export class BackToBackRule extends BaseEntity {
  @Column('date')
  validFrom: Day;

  /** Of the net FOB value of the master. */
  @Column('numeric', { precision: 5, scale: 2 })
  limitPercent: string;

  @Column('integer')
  maxUsanceDays: number;

  /** The circular, or who says so. */
  @Column('varchar', { length: 100 })
  source: string;
}
