import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import { LetterOfCredit } from './letter-of-credit.entity';
import type { CreditTerms } from './terms';

/** What an LC said when it was issued: the bank's text, and the terms that were read from it or typed. */
@Entity('letter_of_credit_terms')
export class LetterOfCreditTerms {
  @PrimaryColumn('uuid')
  letterOfCreditId: string;

  @OneToOne(() => LetterOfCredit, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  letterOfCredit: LetterOfCredit;

  /** As it was pasted, to the letter: the places of the terms are counted in it. Null where all was typed. */
  @Column('text', { nullable: true })
  sourceText: string | null;

  @Column('json')
  issued: CreditTerms;

  @UpdateDateColumn({ type: 'timestamptz', precision: 3 })
  updatedAt: Date;
}
