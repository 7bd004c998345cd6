import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { LetterOfCredit } from '../../financials/letter-of-credit/letter-of-credit.entity';
import { Shipment } from '../../shipments/shipment.entity';

/** Under which LC the documents of a shipment are presented, and what of these documents stands nowhere else. */
@Entity('presentations')
@Check('ck_presentations_insured', 'num_nulls(insured_amount, insured_currency, insured_on) IN (0, 3)')
@Check('ck_presentations_insured_amount', 'insured_amount > 0')
@Check('ck_presentations_insured_currency', `insured_currency ~ '^[A-Z]{3}$'`)
@Index('uq_presentations_shipment', ['shipmentId'], { unique: true })
@Index('ix_presentations_letter_of_credit', ['letterOfCreditId'])
export class Presentation extends BaseEntity {
  @ManyToOne(() => Shipment, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  shipment: Shipment;

  @Column('uuid')
  shipmentId: string;

  @ManyToOne(() => LetterOfCredit, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  letterOfCredit: LetterOfCredit;

  @Column('uuid')
  letterOfCreditId: string;

  /** When documents go to the bank; null: today, until they do. */
  @Column('date', { nullable: true })
  presentOn: Day | null;

  /** By the transport document: on board, and not the day on which the goods left by our list. */
  @Column('date', { nullable: true })
  onBoardOn: Day | null;

  /** Whether the transport document has no clause on defective goods or packing. */
  @Column('boolean', { default: true })
  isClean: boolean;

  /** Whether the transport document shows that the goods change ships. */
  @Column('boolean', { default: false })
  isTranshipped: boolean;

  @Column('numeric', { precision: 16, scale: 3, nullable: true })
  insuredAmount: string | null;

  @Column('varchar', { length: 3, nullable: true })
  insuredCurrency: string | null;

  /** The day of the insurance document. */
  @Column('date', { nullable: true })
  insuredOn: Day | null;
}
