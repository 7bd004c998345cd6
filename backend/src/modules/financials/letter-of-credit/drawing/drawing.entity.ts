import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../../platform/database/base.entity';
import type { Day } from '../../../../platform/values/day';
import type { Unit } from '../../../../platform/values/quantity';
import { User } from '../../../auth/users/user.entity';
import { LetterOfCredit } from '../letter-of-credit.entity';

/** Documents presented under an LC, for so much money and so many goods. */
@Entity('letter_of_credit_drawings')
@Check('ck_letter_of_credit_drawings_amount', 'amount > 0')
@Check('ck_letter_of_credit_drawings_quantity', 'quantity > 0')
@Check('ck_letter_of_credit_drawings_unit', '(quantity IS NULL) = (unit IS NULL)')
@Check('ck_letter_of_credit_drawings_accepted', 'accepted_on >= presented_on')
@Check('ck_letter_of_credit_drawings_matures', 'matures_on >= presented_on AND matures_on >= accepted_on')
@Index('ix_letter_of_credit_drawings_letter_of_credit_id', ['letterOfCreditId'])
export class LetterOfCreditDrawing extends BaseEntity {
  @ManyToOne(() => LetterOfCredit, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  letterOfCredit: LetterOfCredit;

  @Column('uuid')
  letterOfCreditId: string;

  /** Our invoice, or the bank's bill number. */
  @Column('varchar', { length: 100 })
  reference: string;

  /** The day the bank got the documents. */
  @Column('date')
  presentedOn: Day;

  /** In the currency of the LC. */
  @Column('numeric', { precision: 16, scale: 3 })
  amount: string;

  @Column('numeric', { precision: 14, scale: 3, nullable: true })
  quantity: string | null;

  @Column('varchar', { length: 20, nullable: true })
  unit: Unit | null;

  /** When the goods left, by the transport document. */
  @Column('date', { nullable: true })
  shippedOn: Day | null;

  /** The day of our invoice, where the usance counts from it (42C). */
  @Column('date', { nullable: true })
  invoicedOn: Day | null;

  /** When the bank accepted the drafts, or undertook to pay later. */
  @Column('date', { nullable: true })
  acceptedOn: Day | null;

  /** When the bank said that it pays; null: by the usance of the LC. */
  @Column('date', { nullable: true })
  maturesOn: Day | null;

  @Column('text', { nullable: true })
  notes: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  createdBy: User | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;
}
