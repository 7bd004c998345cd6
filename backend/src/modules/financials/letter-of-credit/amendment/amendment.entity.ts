import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../../platform/database/base.entity';
import type { Day } from '../../../../platform/values/day';
import { User } from '../../../auth/users/user.entity';
import { sqlList } from '../../../orders/vocabulary';
import { LetterOfCredit } from '../letter-of-credit.entity';
import type { TermChange } from '../effective-terms';
import { AmendmentAnswered } from '../letter-of-credit.errors';
import type { AmendmentTerms } from '../swift/mt707';
import { AMENDMENT_STATUSES, amendmentLifecycle, type AmendmentStatus } from './amendment.lifecycle';

/** What an amendment changed, and what of it found no place. */
export interface Applied {
  changes: TermChange[];
  unplaced: string[];
}

/** What the bank wants changed in an LC (MT707), and whether we agreed. */
@Entity('letter_of_credit_amendments')
@Check('ck_letter_of_credit_amendments_status', `status IN (${sqlList(AMENDMENT_STATUSES)})`)
@Check('ck_letter_of_credit_amendments_decided', `(status = 'pending') = (decided_on IS NULL)`)
@Check('ck_letter_of_credit_amendments_reason', `status <> 'rejected' OR reason IS NOT NULL`)
@Index('uq_letter_of_credit_amendments_sequence', ['letterOfCreditId', 'sequence'], { unique: true })
export class LetterOfCreditAmendment extends BaseEntity {
  @ManyToOne(() => LetterOfCredit, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  letterOfCredit: LetterOfCredit;

  @Column('uuid')
  letterOfCreditId: string;

  /** Its place among the amendments that came, from 1; those in the trash count, so that none is given twice. */
  @Column('integer')
  sequence: number;

  /** As the bank counts (MT707 26E). */
  @Column('integer', { nullable: true })
  bankNumber: number | null;

  /** MT707 30 */
  @Column('date', { nullable: true })
  amendedOn: Day | null;

  @Column('date')
  receivedOn: Day;

  @Column('text', { nullable: true })
  sourceText: string | null;

  @Column('json')
  terms: AmendmentTerms;

  /** What it changed when it was accepted; null while it was not. */
  @Column('json', { nullable: true })
  applied: Applied | null;

  @Column('varchar', { length: 10, default: 'pending' })
  status: AmendmentStatus;

  @Column('date', { nullable: true })
  decidedOn: Day | null;

  /** Why it was rejected. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  createdBy: User | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;

  /** @throws IllegalTransition 409 */
  accept(on: Day, applied: Applied): void {
    this.status = amendmentLifecycle.step(this.status, 'accepted');
    this.decidedOn = on;
    this.applied = applied;
  }

  /** @throws IllegalTransition 409 */
  reject(on: Day, reason: string): void {
    this.status = amendmentLifecycle.step(this.status, 'rejected');
    this.decidedOn = on;
    this.reason = reason;
  }

  /** What was answered stays on record. @throws AmendmentAnswered 409 */
  refuseRemoval(): void {
    if (this.status !== 'pending') throw new AmendmentAnswered(this.sequence, this.status);
  }
}
